import asyncio
import functools
import sys


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


async def down(n):
    if n == 0:
        await asyncio.sleep(0.1)
        return 0
    return 1 + await down(n - 1)


def flat(tree):
    return [leaf for branch in tree for leaf in (flat(branch) if isinstance(branch, list) else [branch])]


def endless(n):
    return endless(n + 1)


async def main():
    print(fib(90), await down(300), flat([1, [2, [3, [4, []]]]]), sys.getrecursionlimit())
    try:
        endless(0)
    except RecursionError as error:
        print(error)


asyncio.run(main())
