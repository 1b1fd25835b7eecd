"""`async for` and `async with` suspend only if the methods that they call suspend."""

import asyncio


class Door:
    async def __aenter__(self):
        await asyncio.sleep(0.5)
        print("open")

    async def __aexit__(self, *_error):
        await asyncio.sleep(0.5)
        print("closed")


async def countdown(start, seconds):
    for number in range(start, 0, -1):
        await asyncio.sleep(seconds)
        yield number


async def walk(start, seconds):
    async with Door():
        async for number in countdown(start, seconds):
            print(number)


async def main():
    slow = asyncio.create_task(walk(2, 1.0), name="slow")
    quick = asyncio.create_task(walk(3, 0), name="quick")
    await asyncio.wait([slow, quick])
    print([number * 2 async for number in countdown(2, 0)])
