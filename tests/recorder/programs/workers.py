"""Functions in workers: their prints and ends at their true moments; a pool with fewer workers than jobs."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def work(name, seconds):
    print(name, "begins")
    time.sleep(seconds)
    print(name, "ends")
    return name


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [loop.run_in_executor(pool, work, name, seconds) for name, seconds in [("a", 3), ("b", 1), ("c", 1)]]
        print(await asyncio.gather(*jobs))
    task = asyncio.create_task(asyncio.to_thread(work, "outlives main", 5))
    await asyncio.sleep(1)
    print("main ends", task.done())


asyncio.run(main())
print(time.monotonic())
