import asyncio
from service import call

async def call_all(numbers, most, window):
    sem = asyncio.Semaphore(most)
    loop = asyncio.get_running_loop()
    async def one(n):
        await sem.acquire()
        loop.call_later(window, sem.release)
        return await call(n)
    return await asyncio.gather(*map(one, numbers))
