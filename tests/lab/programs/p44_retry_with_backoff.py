import asyncio
import functools
import random
import time


def retry(times, base=0.1):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return await function(*args, **kwargs)
                except ConnectionError as error:
                    if attempt == times:
                        raise
                    wait = base * 2**attempt + random.uniform(0, 0.05)
                    print(f"[{time.strftime('%X')}] {function.__name__}{args} attempt {attempt}: {error}; waiting {wait:.3f}")
                    await asyncio.sleep(wait)
        return wrapper
    return decorate


@retry(4)
async def flaky(n, counter={}):
    counter[n] = counter.get(n, 0) + 1
    await asyncio.sleep(0.05)
    if counter[n] <= n:
        raise ConnectionError(f"try {counter[n]}")
    return f"ok {n}"


async def main():
    print(await asyncio.gather(*(flaky(n) for n in range(3))))
    await flaky(9)


asyncio.run(main())
