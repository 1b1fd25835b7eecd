# fails: runs
# says: nobody will ever
import asyncio
from office import CLERKS, stamp


async def process(items):
    queue, done = asyncio.Queue(), []

    async def clerk():
        while True:
            item = await queue.get()
            done.append(await stamp(item))

    clerks = [asyncio.create_task(clerk()) for _ in range(CLERKS)]
    for item in items:
        queue.put_nowait(item)
    await queue.join()
    for one in clerks:
        one.cancel()
    await asyncio.gather(*clerks, return_exceptions=True)
    return done
