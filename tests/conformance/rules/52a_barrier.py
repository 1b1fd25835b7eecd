"""A Barrier lets its parties pass together, gives each an index, and can be used again at once."""

import asyncio


async def party(barrier, seconds):
    for _ in range(2):
        await asyncio.sleep(seconds)
        print("arrives, waiting already:", barrier.n_waiting)
        place = await barrier.wait()
        print("passes with place", place)


async def main():
    barrier = asyncio.Barrier(3)
    seconds = {"a": 1.0, "b": 2.0, "c": 3.0}
    async with asyncio.TaskGroup() as group:
        for name in seconds:
            group.create_task(party(barrier, seconds[name]), name=name)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print("ValueError:", error)
