import asyncio
from office import CLERKS, stamp


async def process(items):
    queue, done = asyncio.Queue(), []
    for item in items:
        queue.put_nowait(item)
    queue.shutdown()

    async def clerk():
        try:
            while True:
                done.append(await stamp(await queue.get()))
        except asyncio.QueueShutDown:
            pass

    await asyncio.gather(*(clerk() for _ in range(CLERKS)))
    return done
