"""Workers that wait for other workers: results of another pool, threads, and what a pool has still to begin."""
import asyncio
import concurrent.futures
import time
from concurrent.futures import ThreadPoolExecutor


began = time.monotonic()


def say(*words):
    print(f"{time.monotonic() - began:.1f}", *words)


def work(name, seconds):
    time.sleep(seconds)
    say(name, "ends")
    time.sleep(0.05)
    return name


def follow(future, name):
    say(f"{name} waits")
    say(f"{name} got {future.result()}")
    time.sleep(0.25)
    return name


def all_of(futures):
    done, left = concurrent.futures.wait(futures)
    say(f"all {len(done)} {len(left)}")
    for future in concurrent.futures.as_completed(futures):
        say(f"one {future.result()}")
    return "all"


def first_of(futures):
    done, left = concurrent.futures.wait(futures, return_when=concurrent.futures.FIRST_COMPLETED)
    say(f"first {[future.result() for future in done]} {len(left)}")
    return "first"


def impatient(future):
    try:
        future.result(timeout=0.3)
    except TimeoutError:
        say(f"too late")
    return "impatient"


async def tick():
    for _ in range(5):
        await asyncio.sleep(0.47)
        say(f"tick")


async def main():
    loop = asyncio.get_running_loop()
    ticker = asyncio.create_task(tick())
    with ThreadPoolExecutor(1) as slow, ThreadPoolExecutor(4) as others:
        a, b = slow.submit(work, "a", 1), slow.submit(work, "b", 0.5)
        print(await asyncio.gather(
            loop.run_in_executor(others, follow, a, "after a"),
            loop.run_in_executor(others, all_of, [a, b]),
            loop.run_in_executor(others, impatient, a),
            asyncio.wrap_future(b),
        ))
        c, d = slow.submit(work, "c", 0.53), slow.submit(work, "d", 0.6)
        print(await asyncio.to_thread(first_of, [c, d]))
    await ticker


asyncio.run(main())
