"""asyncio's own coroutines without `await`: each warns that it was never awaited."""

import asyncio


async def main():
    queue, lock, event = asyncio.Queue(), asyncio.Lock(), asyncio.Event()
    asyncio.sleep(1.0)
    print("no pause")
    queue.put("item")
    print("put?", queue.qsize())
    lock.acquire()
    print("locked?", lock.locked())
    event.wait()
    print("set?", event.is_set())
    kept = asyncio.sleep(1.0)
    print("kept")
    del kept
