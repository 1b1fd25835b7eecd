import asyncio
from forecast import ask


async def report(cities, limit):
    async def one(city):
        try:
            return city, await asyncio.wait_for(ask(city), limit)
        except asyncio.TimeoutError:
            return city, "no answer"

    tasks = [asyncio.create_task(one(city)) for city in cities]
    return dict([await task for task in tasks])
