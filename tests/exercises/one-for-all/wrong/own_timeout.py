# fails: honest
# says: asyncio
import asyncio
from forecast import ask

asyncio.wait_for = lambda awaitable, limit: awaitable


async def report(cities, limit):
    answers = await asyncio.gather(*(asyncio.wait_for(ask(city), limit) for city in cities))
    return dict(zip(cities, answers))
