"""`put` waits while the Queue is full and `get` while it is empty, each first in, first out."""

import asyncio


async def producer(queue, items):
    for item in items:
        await queue.put(item)
        print("put", item, queue.full())


async def consumer(queue):
    for _ in range(2):
        await asyncio.sleep(1.0)
        print("got", await queue.get(), queue.qsize())


async def main():
    queue = asyncio.Queue(maxsize=1)
    print(queue.maxsize, queue.empty(), queue.full())
    async with asyncio.TaskGroup() as group:
        group.create_task(producer(queue, [1, 2]), name="p1")
        group.create_task(producer(queue, [3, 4]), name="p2")
        group.create_task(consumer(queue), name="c1")
        group.create_task(consumer(queue), name="c2")
    print(queue.empty())
