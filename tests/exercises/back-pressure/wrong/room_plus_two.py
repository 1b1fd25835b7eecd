# fails: ahead
import asyncio
from mill import draw, grind


async def run_mill(buckets, room):
    queue = asyncio.Queue(room + 2)

    async def spring():
        for number in range(buckets):
            await queue.put(await draw(number))

    drawing = asyncio.create_task(spring())
    ground = [await grind(await queue.get()) for _ in range(buckets)]
    await drawing
    return ground
