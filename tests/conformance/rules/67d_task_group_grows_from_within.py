"""A TaskGroup's tasks may add tasks to the group, which waits for them too."""

import asyncio


async def grow(group, generation):
    await asyncio.sleep(1.0)
    if generation < 3:
        group.create_task(grow(group, generation + 1), name=f"g{generation + 1}")
        print("adds one")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(grow(group, 1), name="g1")
        print("the body is over")
    print("and so is the group")
