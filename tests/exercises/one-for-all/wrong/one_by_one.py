# fails: together
# says: At most 1
import asyncio
from forecast import ask


async def report(cities, limit):
    async def one(city):
        try:
            async with asyncio.timeout(limit):
                return await ask(city)
        except TimeoutError:
            return "no answer"

    return {city: await one(city) for city in cities}
