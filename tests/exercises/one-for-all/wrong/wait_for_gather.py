# fails: result
# says: slow service
import asyncio
from forecast import ask


async def report(cities, limit):
    try:
        answers = await asyncio.wait_for(asyncio.gather(*(ask(city) for city in cities)), limit)
    except TimeoutError:
        return dict.fromkeys(cities, "no answer")
    return dict(zip(cities, answers))
