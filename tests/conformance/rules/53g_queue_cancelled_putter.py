"""A putter that was woken and is cancelled before it runs wakes the next putter."""

import asyncio


async def put(queue, item):
    await queue.put(item)
    print("put", item)


async def main():
    queue = asyncio.Queue(maxsize=1)
    queue.put_nowait("first")
    tasks = [asyncio.create_task(put(queue, name), name=name) for name in ["a", "b"]]
    await asyncio.sleep(1.0)
    print("got", queue.get_nowait())
    tasks[0].cancel()
    await asyncio.sleep(1.0)
    print([task.cancelled() for task in tasks], queue.get_nowait())
