# fails: result
import asyncio
from forecast import ask


async def report(cities, limit):
    return dict(zip(cities, await asyncio.gather(*(ask(city) for city in cities))))
