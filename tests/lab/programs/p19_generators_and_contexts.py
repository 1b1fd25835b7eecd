import asyncio
from contextlib import asynccontextmanager, AsyncExitStack, suppress, aclosing


@asynccontextmanager
async def room(name):
    print("enter", name)
    await asyncio.sleep(0.1)
    try:
        yield name
    finally:
        await asyncio.sleep(0.1)
        print("leave", name)


async def count(limit):
    try:
        for n in range(limit):
            yield n
            await asyncio.sleep(0.1)
    finally:
        print("closed at", asyncio.get_running_loop().time())


async def main():
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(room(n)) for n in "abc"]
        print(names)
    async with aclosing(count(10)) as numbers:
        async for n in numbers:
            if n == 3:
                break
    with suppress(TimeoutError):
        async with asyncio.timeout(0.25):
            async for n in count(5):
                print(n)
    print([n async for n in count(2)], {n: n async for n in count(1)})
    agen = count(3)
    print(await anext(agen), await agen.asend(None))


asyncio.run(main())
