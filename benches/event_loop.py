"""The CPython side of `make bench`: asyncio's event loop, unchanged.

Each line `PROGRAM COUNT` of standard input is answered with milliseconds, `kept COUNT` with bytes.
"""

import asyncio
import gc
import sys
import time
import tracemalloc


async def sleeps(count, seconds):
    await asyncio.gather(*(asyncio.sleep(seconds) for _ in range(count)))
    return count


async def visits(count):
    semaphore = asyncio.Semaphore(10)
    await asyncio.gather(*(visit(semaphore) for _ in range(count)))
    return count


async def visit(semaphore):
    async with semaphore:
        await asyncio.sleep(0)


async def deliveries(count):
    queue = asyncio.Queue(10)
    producer = asyncio.create_task(produce(queue, count))
    consumed = await consume(queue, count)
    await producer
    return consumed


async def produce(queue, count):
    for item in range(count):
        await queue.put(item)


async def consume(queue, count):
    last = 0
    for _ in range(count):
        last = await queue.get()
    return last + 1


KEPT = []


async def kept(count):
    """Finished tasks whose references are never dropped."""
    tasks = [asyncio.create_task(asyncio.sleep(0)) for _ in range(count)]
    await asyncio.gather(*tasks)
    KEPT.append(tasks)
    return count


PROGRAMS = {
    "sleep_0": lambda count: sleeps(count, 0),
    "sleep_0.01": lambda count: sleeps(count, 0.01),
    "semaphore": visits,
    "queue": deliveries,
}


def milliseconds(program, count):
    began = time.perf_counter()
    assert asyncio.run(program(count)) == count
    return (time.perf_counter() - began) * 1000


def bytes_left(count):
    """Returns the bytes that the run keeps allocated, as tracemalloc counts them."""
    tracemalloc.start()
    asyncio.run(kept(count))
    gc.collect()
    left, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return left


for line in sys.stdin:
    name, count = line.split()
    answer = bytes_left(int(count)) if name == "kept" else milliseconds(PROGRAMS[name], int(count))
    print(answer, flush=True)
