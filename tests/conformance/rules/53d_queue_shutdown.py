"""A Queue that is shut down takes no more items and returns those that it has; then it raises
QueueShutDown."""

import asyncio


async def consumer(queue):
    try:
        while True:
            print("got", await queue.get())
            await asyncio.sleep(1.0)
            queue.task_done()
    except asyncio.QueueShutDown:
        print("get raises QueueShutDown")


async def producer(queue):
    try:
        await queue.put("never")
    except asyncio.QueueShutDown:
        print("put raises QueueShutDown")


async def main():
    queue = asyncio.Queue(maxsize=2)
    queue.put_nowait("a")
    queue.put_nowait("b")
    late = asyncio.create_task(producer(queue), name="late")
    await asyncio.sleep(0.5)
    queue.shutdown()
    await producer(queue)
    task = asyncio.create_task(consumer(queue), name="consumer")
    await queue.join()
    await asyncio.wait([task, late])
