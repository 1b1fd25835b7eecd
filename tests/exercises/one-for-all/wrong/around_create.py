# fails: result
# says: slow service
import asyncio
from forecast import ask


async def report(cities, limit):
    async with asyncio.timeout(limit):
        tasks = [asyncio.create_task(ask(city)) for city in cities]
    return dict(zip(cities, [await task for task in tasks]))
