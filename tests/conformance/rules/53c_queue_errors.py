"""The `nowait` methods of a Queue raise QueueEmpty or QueueFull; one `task_done` too many raises
ValueError."""

import asyncio


async def main():
    queue = asyncio.Queue(maxsize=1)
    attempts = [queue.get_nowait, lambda: queue.put_nowait(1), lambda: queue.put_nowait(2),
                queue.task_done, queue.task_done]
    for attempt in attempts:
        try:
            print(attempt())
        except (asyncio.QueueEmpty, asyncio.QueueFull, ValueError) as error:
            print(type(error).__name__, [str(error)])
    try:
        await asyncio.wait_for(queue.put(3), timeout=1.0)
    except TimeoutError:
        print("still full:", queue.qsize())
    print(queue.get_nowait(), queue.empty())
