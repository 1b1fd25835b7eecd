import asyncio
import functools
import time


def timed(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return await function(*args, **kwargs)
        finally:
            print(f"{function.__name__}{args} took {time.perf_counter() - start:.2f} s")

    return wrapper


@timed
async def download(name, seconds):
    await asyncio.sleep(seconds)
    return name


@timed
async def blocking(seconds):
    time.sleep(seconds)


@timed
async def everything():
    first = await asyncio.gather(download("a", 2), download("b", 1))
    tasks = [asyncio.create_task(download(n, 0.1 * n)) for n in range(4)]
    tasks[3].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(first, results)
    done, pending = await asyncio.wait([asyncio.create_task(download("x", 3)), asyncio.create_task(download("y", 9))], timeout=5)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()
    await asyncio.gather(blocking(1), download("after", 0.5))
    for future in asyncio.as_completed([download(n, 1 / n) for n in (1, 2, 3)]):
        print(await future)
    async for task in asyncio.as_completed([asyncio.create_task(download(n, n)) for n in (2, 1)]):
        print(task.result())
    shielded = asyncio.create_task(download("shielded", 1))
    try:
        await asyncio.wait_for(asyncio.shield(shielded), 0.5)
    except asyncio.TimeoutError:
        print("timed out, still running:", not shielded.done())
    print(await shielded)
    begin = time.process_time()
    sum(range(1000))
    print(time.process_time() - begin < 1)
    end = time.monotonic() + 0.25
    while time.monotonic() < end:
        await asyncio.sleep(0.1)
    print(f"{time.monotonic():.2f}")


asyncio.run(everything())
