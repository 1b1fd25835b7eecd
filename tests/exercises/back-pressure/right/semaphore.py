import asyncio
from mill import draw, grind


async def run_mill(buckets, room):
    free, there, line = asyncio.Semaphore(room), asyncio.Semaphore(0), []

    async def spring():
        for number in range(buckets):
            bucket = await draw(number)
            await free.acquire()
            line.append(bucket)
            there.release()

    async def wheel():
        ground = []
        for _ in range(buckets):
            await there.acquire()
            bucket = line.pop(0)
            free.release()
            ground.append(await grind(bucket))
        return ground

    _, ground = await asyncio.gather(spring(), wheel())
    return ground
