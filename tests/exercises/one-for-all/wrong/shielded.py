# fails: no_task_left
import asyncio
from forecast import ask


async def report(cities, limit):
    async def one(city):
        try:
            async with asyncio.timeout(limit):
                return await asyncio.shield(ask(city))
        except TimeoutError:
            return "no answer"

    return dict(zip(cities, await asyncio.gather(*(one(city) for city in cities))))
