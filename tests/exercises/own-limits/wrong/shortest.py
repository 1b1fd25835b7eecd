# fails: calls
# says: never called
import asyncio
from trip import car, flight, hotel


async def plan(limits):
    try:
        async with asyncio.timeout(min(limits)):
            return list(await asyncio.gather(flight(), hotel(), car()))
    except TimeoutError:
        return ["too late"] * 3
