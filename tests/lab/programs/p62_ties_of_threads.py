"""Ties between workers' sleeps and the loop's timers."""
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def work(name, *sleeps):
    for number, seconds in enumerate(sleeps):
        time.sleep(seconds)
        print(f"{time.monotonic():.3f} {name} slept {number}")
    return name


async def tick(name, seconds, times):
    for number in range(times):
        await asyncio.sleep(seconds)
        print(f"{time.monotonic():.3f} {name} ticked {number}")


async def main():
    print("-- timers first")
    await asyncio.gather(tick("loop", 1, 3), asyncio.to_thread(work, "thread", 1, 1, 1))
    print("-- thread first")
    await asyncio.gather(asyncio.to_thread(work, "thread", 1, 1, 1), tick("loop", 1, 3))
    print("-- two threads")
    await asyncio.gather(asyncio.to_thread(work, "A", 0.5, 0.5), asyncio.to_thread(work, "B", 0.5, 0.5), tick("loop", 0.5, 2))
    print("-- a pool of one")
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        futures = [loop.run_in_executor(pool, work, f"job {n}", 0.5) for n in range(3)]
        ticker = asyncio.create_task(tick("loop", 0.5, 4))
        for done in asyncio.as_completed(futures):
            print(f"{time.monotonic():.3f} got {await done}")
        await ticker
    print("-- wait_for at the very moment")
    try:
        print(await asyncio.wait_for(asyncio.to_thread(work, "late", 1), 1))
    except TimeoutError:
        print(f"{time.monotonic():.3f} timed out")
    await asyncio.sleep(1)
    print("-- first of both")
    thread = asyncio.create_task(asyncio.to_thread(work, "T", 0.3), name="thread")
    timer = asyncio.create_task(asyncio.sleep(0.3, "timer"), name="timer")
    done, pending = await asyncio.wait({thread, timer}, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(task.get_name() for task in done), sorted(task.get_name() for task in pending))
    await asyncio.gather(thread, timer)


asyncio.run(main())
