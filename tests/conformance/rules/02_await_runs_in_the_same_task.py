"""`await coroutine()` runs the coroutine in the same task; no other task runs unless the coroutine
suspends (rule 2)."""

import asyncio


async def other():
    print("the other task runs")


async def quick():
    print("quick runs in", asyncio.current_task().get_name())
    return 1


async def main():
    task = asyncio.create_task(other(), name="other")
    print(await quick() + await quick())
    print("the other task has not run yet:", task.done())
    await asyncio.sleep(0)
    print("a suspension lets it run:", task.done())
