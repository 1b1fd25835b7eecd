# fails: calls
# says: never called
import asyncio
from trip import car, flight, hotel


async def plan(limits):
    await asyncio.sleep(1.5)
    return ["flight found", "too late", "car found"]
