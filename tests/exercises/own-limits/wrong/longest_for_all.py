# fails: flight
# says: goes on for
import asyncio
from trip import car, flight, hotel


async def plan(limits):
    async def one(asking, limit):
        try:
            return await asyncio.wait_for(asking, limit)
        except TimeoutError:
            return "too late"

    return list(await asyncio.gather(*(one(office(), max(limits)) for office in (flight, hotel, car))))
