# fails: runs
# says: TimeoutError
import asyncio
from trip import car, flight, hotel


async def plan(limits):
    return list(await asyncio.gather(*map(asyncio.wait_for, [flight(), hotel(), car()], limits)))
