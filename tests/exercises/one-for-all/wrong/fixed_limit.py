# fails: calls
import asyncio
from forecast import ask


async def report(cities, limit):
    async def one(city):
        try:
            async with asyncio.timeout(2.0):
                return await ask(city)
        except TimeoutError:
            return "no answer"

    return dict(zip(cities, await asyncio.gather(*(one(city) for city in cities))))
