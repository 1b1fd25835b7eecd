# fails: calls
# says: never called
import asyncio
from forecast import ask


async def report(cities, limit):
    await asyncio.sleep(limit)
    return {"Lille": "Lille: sunny", "Nantes": "no answer", "Nice": "Nice: sunny"}
