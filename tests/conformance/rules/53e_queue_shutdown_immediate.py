"""`shutdown(immediate=True)` discards the items, which ends `join`, and wakes every waiter."""

import asyncio


async def join(queue):
    await queue.join()
    print("joined", queue.qsize())


async def get(queue):
    try:
        await queue.get()
    except asyncio.QueueShutDown as error:
        print(type(error).__name__, [str(error)])


async def main():
    full, empty = asyncio.Queue(), asyncio.Queue()
    full.put_nowait("lost")
    tasks = [
        asyncio.create_task(join(full), name="joiner"),
        asyncio.create_task(get(empty), name="g1"),
        asyncio.create_task(get(empty), name="g2"),
    ]
    await asyncio.sleep(1.0)
    empty.shutdown(immediate=True)
    full.shutdown(immediate=True)
    await asyncio.wait(tasks)
    await get(full)
