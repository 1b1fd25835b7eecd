# fails: ground
import asyncio
from mill import draw, grind


async def run_mill(buckets, room):
    queue, ground = asyncio.Queue(room), []

    async def wheel():
        while True:
            ground.append(await grind(await queue.get()))

    turning = asyncio.create_task(wheel())
    for number in range(buckets):
        await queue.put(await draw(number))
    while not queue.empty():
        await asyncio.sleep(0.05)
    turning.cancel()
    return ground
