# fails: result
import asyncio
from office import CLERKS, stamp


async def process(items):
    results = []
    free = asyncio.Semaphore(CLERKS)

    async def one(item):
        async with free:
            await stamp(item)
            results.append(item)

    await asyncio.gather(*(one(item) for item in items))
    return results
