# fails: flight
import asyncio
from trip import car, flight, hotel


async def plan(limits):
    async def one(asking, limit):
        try:
            return await asyncio.wait_for(asyncio.shield(asking), limit)
        except TimeoutError:
            return "too late"

    answers = list(await asyncio.gather(*(one(office(), limit) for office, limit in zip((flight, hotel, car), limits))))
    await asyncio.sleep(10)
    return answers
