"""A PriorityQueue returns its lowest item first; for equal priorities the next element of the tuple
decides."""

import asyncio


async def consumer(queue):
    while True:
        print(await queue.get())
        await asyncio.sleep(1.0)


async def main():
    queue = asyncio.PriorityQueue()
    for item in ((3, "low"), (1, "high"), (2, "b"), (2, "a")):
        queue.put_nowait(item)
    task = asyncio.create_task(consumer(queue), name="consumer")
    await asyncio.sleep(2.5)
    await queue.put((0, "urgent"))
    await asyncio.sleep(3.0)
    task.cancel()
