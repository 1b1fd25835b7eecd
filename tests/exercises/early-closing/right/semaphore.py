import asyncio
from office import CLERKS, stamp


async def process(items):
    free = asyncio.Semaphore(CLERKS)

    async def one(item):
        async with free:
            return await stamp(item)

    return list(await asyncio.gather(*(one(item) for item in items)))
