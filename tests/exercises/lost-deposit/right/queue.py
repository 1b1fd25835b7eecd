import asyncio
from bank import load, store


async def deposit_all(amounts):
    queue = asyncio.Queue()

    async def clerk():
        while True:
            amount = await queue.get()
            await store(await load() + amount)
            queue.task_done()

    worker = asyncio.create_task(clerk())
    for amount in amounts:
        queue.put_nowait(amount)
    await queue.join()
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
    return await load()
