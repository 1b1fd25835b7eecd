# fails: calls
# says: the office closed
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
    while not queue.empty():
        await asyncio.sleep(0.1)
    for one in clerks:
        one.cancel()
    await asyncio.gather(*clerks, return_exceptions=True)
    return done
