import asyncio
from mill import draw, grind


async def run_mill(buckets, room):
    queue, ground = asyncio.Queue(maxsize=room), []

    async def spring():
        for number in range(buckets):
            bucket = await draw(number)
            await queue.put(bucket)
        await queue.put(None)

    async def wheel():
        while (bucket := await queue.get()) is not None:
            ground.append(await grind(bucket))

    async with asyncio.TaskGroup() as group:
        group.create_task(spring())
        group.create_task(wheel())
    return ground
