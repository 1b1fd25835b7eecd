"""Await chains through functions, async generators and context managers."""

import asyncio
import contextlib


async def inner():
    await asyncio.sleep(1)


async def count():
    for number in range(2):
        await inner()
        yield number


@contextlib.asynccontextmanager
async def opened():
    await asyncio.sleep(1)
    yield
    await asyncio.sleep(1)


async def main():
    await inner()
    async for number in count():
        print(number)
    async with opened():
        await asyncio.wait_for(inner(), 5)
    await asyncio.shield(asyncio.create_task(inner()))
    for next_one in asyncio.as_completed([inner(), inner()]):
        await next_one
    await asyncio.wait({asyncio.create_task(inner(), name="x"), asyncio.create_task(inner(), name="y")})


asyncio.run(main())
