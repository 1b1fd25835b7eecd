"""`Barrier.abort` raises BrokenBarrierError in waiting and later tasks, until a reset; a cancelled
task only leaves the line."""

import asyncio


async def party(barrier):
    try:
        print("passes with place", await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(f"{type(error).__name__}: {error}")


async def main():
    barrier = asyncio.Barrier(3)
    leaver = asyncio.create_task(party(barrier), name="leaver")
    first = asyncio.create_task(party(barrier), name="first")
    await asyncio.sleep(1.0)
    leaver.cancel()
    await asyncio.sleep(1.0)
    print(barrier.n_waiting, barrier.broken)
    await barrier.abort()
    print(barrier.n_waiting, barrier.broken)
    await first
    await asyncio.create_task(party(barrier), name="late")
    await barrier.reset()
    print(barrier.broken)
