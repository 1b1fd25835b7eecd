import asyncio
from mill import draw, grind
async def run_mill(buckets, room):
    permits = asyncio.Semaphore(room + 1)
    q = asyncio.Queue()
    async def spring():
        for n in range(buckets):
            await permits.acquire()
            await q.put(await draw(n))
    t = asyncio.create_task(spring())
    out = []
    for _ in range(buckets):
        b = await q.get()
        permits.release()
        out.append(await grind(b))
    await t
    return out
