# fails: rate
import asyncio
from service import call


async def call_all(numbers, most, window):
    async def one(number):
        await asyncio.sleep(window / most)
        return await call(number)

    return list(await asyncio.gather(*(one(number) for number in numbers)))
