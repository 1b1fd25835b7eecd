"""The loop's references to tasks are weak: a task whose awaited future has no other reference may
be destroyed (rule 36)."""

import asyncio

# collects


async def forever():
    await asyncio.get_running_loop().create_future()
    print("never printed")


async def main():
    asyncio.create_task(forever(), name="lost")
    asyncio.create_task(asyncio.sleep(1.0), name="sleeper")
    held = asyncio.create_task(forever(), name="held")
    await asyncio.sleep(0.5)
    print("a sleeper's timer refers to it, the lost one is gone")
    await asyncio.sleep(1.0)
    print(held.done())
    del held
    await asyncio.sleep(0.5)
