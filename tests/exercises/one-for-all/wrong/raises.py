# fails: runs
# says: TimeoutError
import asyncio
from forecast import ask


async def report(cities, limit):
    async def one(city):
        async with asyncio.timeout(limit):
            return await ask(city)

    return dict(zip(cities, await asyncio.gather(*(one(city) for city in cities))))
