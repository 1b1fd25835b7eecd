# fails: together
# says: At most 1
import asyncio
from trip import car, flight, hotel


async def plan(limits):
    async def one(asking, limit):
        try:
            return await asyncio.wait_for(asking, limit)
        except TimeoutError:
            return "too late"

    return [await one(office(), limit) for office, limit in zip((flight, hotel, car), limits)]
