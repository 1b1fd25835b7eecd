"""Every other coroutine of asyncio warns as well, with its qualified name."""

import asyncio


async def main():
    queue = asyncio.PriorityQueue()
    queue.get()
    queue.join()
    asyncio.Semaphore(1).acquire()
    asyncio.BoundedSemaphore(1).acquire()
    condition = asyncio.Condition()
    condition.acquire()
    condition.wait()
    condition.wait_for(lambda: True)
    barrier = asyncio.Barrier(2)
    barrier.wait()
    barrier.reset()
    barrier.abort()
    task = asyncio.create_task(asyncio.sleep(1.0), name="nap")
    asyncio.wait([task])
    asyncio.wait_for(task, 1.0)
    asyncio.wait_for(asyncio.sleep(2.0), 1.0)
    asyncio.to_thread(print, "never printed")
    for each in asyncio.as_completed([task]):
        del each
    await task
