import asyncio
from service import call

async def call_all(numbers, most, window):
    bucket = asyncio.BoundedSemaphore(most)
    async def hold():
        await asyncio.sleep(window)
        bucket.release()
    helpers = []
    async def one(n):
        await bucket.acquire()
        helpers.append(asyncio.create_task(hold()))
        return await call(n)
    result = await asyncio.gather(*(one(n) for n in numbers))
    for h in helpers:
        h.cancel()
    await asyncio.gather(*helpers, return_exceptions=True)
    return result
