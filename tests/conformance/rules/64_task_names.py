"""A task's name is given or numbered, and can be changed."""

import asyncio


async def show():
    print("I am", asyncio.current_task().get_name())
    await asyncio.sleep(1.0)
    print("I am", asyncio.current_task().get_name())


async def main():
    task = asyncio.create_task(show(), name="before")
    await asyncio.sleep(0.5)
    task.set_name("after")
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    numbered = [asyncio.create_task(show()) for _ in range(2)]
    named = asyncio.create_task(show(), name=7)
    print([task.get_name() for task in numbered], [named.get_name()])
    await asyncio.wait([task, named, *numbered])
