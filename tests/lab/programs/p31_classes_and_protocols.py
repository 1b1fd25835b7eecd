import abc
import asyncio
import functools
import operator
import time
from collections import defaultdict, deque, namedtuple, OrderedDict
from itertools import accumulate, batched, chain, groupby, pairwise
from typing import Protocol, TypedDict, Generic, TypeVar

T = TypeVar("T")


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @functools.cached_property
    def twice(self):
        return 2 * self.area()


class Square(Shape):
    __slots__ = ("side", "__dict__")

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return self


def timed(function):
    @functools.wraps(function)
    async def wrapper(*args):
        start = time.perf_counter()
        try:
            return await function(*args)
        finally:
            print(f"{function.__name__}{args} took {time.perf_counter() - start:.4f} seconds")

    return wrapper


@timed
async def delay(seconds):
    await asyncio.sleep(seconds)
    return seconds


class Box[U]:
    def __init__(self, item: U):
        self.item = item


async def main():
    print((await Square(3)).twice, await delay(0.25))
    try:
        Shape()
    except TypeError as error:
        print(error)
    print(list(accumulate([1, 2, 3], operator.mul)), list(batched("abcde", 2)), list(pairwise("abc")), [(k, len(list(g))) for k, g in groupby("aabccc")])
    d = defaultdict(list)
    for word in "the quick the lazy the".split():
        d[len(word)].append(word)
    print(dict(d), deque([1, 2, 3], 2), namedtuple("P", "x y")(1, 2), OrderedDict(a=1), Box[int](3).item)
    print(functools.reduce(operator.add, range(5)), sorted({"b": 1, "a": 2}.items()), [*chain("ab", "c")], f"{3=} {'x'!r:>5}")


asyncio.run(main())
