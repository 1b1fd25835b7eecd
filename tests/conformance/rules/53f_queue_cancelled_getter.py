"""A getter that is cancelled after its item has arrived leaves the item to the next getter."""

import asyncio


async def get(queue):
    print("got", await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(get(queue), name=name) for name in ("a", "b", "c")]
    await asyncio.sleep(1.0)
    tasks[0].cancel()
    await asyncio.sleep(1.0)
    queue.put_nowait("item")
    tasks[1].cancel()
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks])
