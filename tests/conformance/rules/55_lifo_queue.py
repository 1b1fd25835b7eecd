"""A LifoQueue returns its newest item first."""

import asyncio


async def consumer(queue):
    for _ in range(3):
        print(await queue.get())
        await asyncio.sleep(1.0)


async def main():
    queue = asyncio.LifoQueue(maxsize=2)
    task = asyncio.create_task(consumer(queue), name="consumer")
    for item in ("a", "b", "c"):
        await queue.put(item)
    await task
