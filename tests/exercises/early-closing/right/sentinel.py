import asyncio
from office import CLERKS, stamp


async def process(items):
    queue, done = asyncio.Queue(), []

    async def clerk():
        while (item := await queue.get()) is not None:
            done.append(await stamp(item))

    async with asyncio.TaskGroup() as group:
        for _ in range(CLERKS):
            group.create_task(clerk())
        for item in [*items, *[None] * CLERKS]:
            await queue.put(item)
    return done
