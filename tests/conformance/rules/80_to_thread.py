"""A blocking function in a worker thread does not block the event loop. A cancellation ends the
wait, not the function; its exception is raised at the await."""

import asyncio
import time


def compute(seconds, result):
    time.sleep(seconds / 2)
    print(f"half of {result}")
    time.sleep(seconds / 2)
    return result


def fail():
    time.sleep(0.5)
    raise ValueError("in the worker")


async def ticker():
    for _ in range(4):
        await asyncio.sleep(0.5)
        print("tick")


async def main():
    clock = asyncio.create_task(ticker(), name="clock")
    print(await asyncio.to_thread(compute, 1.0, "one"))
    both = await asyncio.gather(asyncio.to_thread(compute, 1.0, "two"), asyncio.to_thread(compute, 0.5, "three"))
    print(both)
    await clock
    try:
        await asyncio.to_thread(fail)
    except ValueError as error:
        print(error)
    waiting = asyncio.create_task(asyncio.to_thread(compute, 2.0, "four"), name="waiting")
    await asyncio.sleep(0.5)
    waiting.cancel()
    await asyncio.sleep(1.0)
    try:
        await asyncio.wait_for(asyncio.to_thread(compute, 2.0, "five"), 0.5)
    except TimeoutError:
        print("too late")
    await asyncio.sleep(3.0)
