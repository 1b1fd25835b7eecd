# fails: no_task_left
import asyncio
from office import CLERKS, stamp


async def process(items):
    queue, done = asyncio.Queue(), []

    async def clerk():
        while True:
            item = await queue.get()
            done.append(await stamp(item))
            queue.task_done()

    clerks = [asyncio.create_task(clerk()) for _ in range(CLERKS)]
    for item in items:
        queue.put_nowait(item)
    await queue.join()
    return done
