# fails: rate
# says: the limit is 3 within
import asyncio
from service import call


async def call_all(numbers, most, window):
    permits = asyncio.Semaphore(most)

    async def one(number):
        async with permits:
            return await call(number)

    return list(await asyncio.gather(*(one(number) for number in numbers)))
