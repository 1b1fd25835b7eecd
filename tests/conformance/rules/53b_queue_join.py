"""`join` waits until `task_done` was called for every item; workers that are left over are
cancelled."""

import asyncio


async def worker(queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        print("worked", seconds)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    await queue.join()
    print("nothing to join")
    for seconds in (1.0, 2.0, 0.5, 0.5):
        queue.put_nowait(seconds)
    workers = [asyncio.create_task(worker(queue), name=name) for name in ("w1", "w2")]
    await queue.join()
    print("joined")
    for task in workers:
        task.cancel()
    await asyncio.wait(workers)
    print([task.cancelled() for task in workers])
