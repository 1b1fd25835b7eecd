import asyncio
from mill import draw, grind
async def buckets_of(n, room):
    q = asyncio.Queue(maxsize=room)
    async def fill():
        for i in range(n):
            await q.put(await draw(i))
        q.shutdown()
    t = asyncio.create_task(fill())
    try:
        while True:
            try:
                yield await q.get()
            except asyncio.QueueShutDown:
                break
    finally:
        await t
async def run_mill(buckets, room):
    return [await grind(b) async for b in buckets_of(buckets, room)]
