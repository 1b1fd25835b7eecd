"""`Barrier.reset` raises BrokenBarrierError in the waiting tasks; afterwards the barrier works
again."""

import asyncio


async def party(barrier):
    try:
        async with barrier as place:
            print("passes with place", place)
    except asyncio.BrokenBarrierError as error:
        print(f"{type(error).__name__}: {error}")


async def main():
    barrier = asyncio.Barrier(2)
    first = asyncio.create_task(party(barrier), name="first")
    await asyncio.sleep(1.0)
    await barrier.reset()
    print("reset", barrier.broken)
    await first
    async with asyncio.TaskGroup() as group:
        group.create_task(party(barrier), name="second")
        group.create_task(party(barrier), name="third")
