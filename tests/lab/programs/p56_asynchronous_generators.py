import asyncio
import contextlib
import functools
import itertools


async def count(stop, delay):
    for number in range(stop):
        await asyncio.sleep(delay)
        received = yield number
        if received:
            print("received", received)


async def take(n, source):
    async for value in source:
        if n == 0:
            return
        n -= 1
        yield value


@contextlib.asynccontextmanager
async def opened(name):
    print("open", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("suppressed", error)
    finally:
        await asyncio.sleep(0.1)
        print("close", name)


class Pages:
    def __init__(self, pages):
        self.pages = pages

    def __aiter__(self):
        self.iterator = iter(self.pages)
        return self

    async def __anext__(self):
        try:
            page = next(self.iterator)
        except StopIteration:
            raise StopAsyncIteration from None
        await asyncio.sleep(0.05)
        return page


async def main():
    print([n async for n in take(3, count(10, 0.1))])
    print({n: n * n async for n in count(4, 0) if n % 2})
    generator = count(3, 0)
    print(await anext(generator), await generator.asend("hi"), await anext(generator), await anext(generator, "default"))
    async with opened("a") as a, opened("b") as b:
        print(a, b)
        raise ValueError("inside")
    async with contextlib.AsyncExitStack() as stack:
        names = [await stack.enter_async_context(opened(name)) for name in "xy"]
        stack.callback(print, "callback", *names)
        stack.push_async_callback(asyncio.sleep, 0.2)
    async for page in Pages(["one", "two"]):
        print(page)
    async with contextlib.aclosing(count(5, 0)) as numbers:
        async for number in numbers:
            if number == 2:
                break
    print(number)
    generator = count(3, 0)
    await anext(generator)
    try:
        await generator.athrow(KeyError("thrown"))
    except KeyError as error:
        print("athrow", error)
    await generator.aclose()

    def cached(function):
        results = {}

        @functools.wraps(function)
        async def wrapper(key):
            if key not in results:
                results[key] = asyncio.ensure_future(function(key))
            return await results[key]

        return wrapper

    @cached
    async def load(key):
        print("loading", key)
        await asyncio.sleep(1)
        return key * 2

    print(await asyncio.gather(*map(load, ["a", "b", "a"])), load.__name__)
    print(list(itertools.batched("abcdefg", 3)))
    with contextlib.suppress(asyncio.TimeoutError):
        async with asyncio.timeout(0.5):
            await asyncio.Event().wait()


asyncio.run(main())
