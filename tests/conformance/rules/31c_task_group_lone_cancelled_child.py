"""The cancellation of a child of a TaskGroup is not an error: the group continues (rule 31)."""

import asyncio


async def main():
    async with asyncio.TaskGroup() as group:
        victim = group.create_task(asyncio.sleep(9.0), name="victim")
        sibling = group.create_task(asyncio.sleep(2.0, "fine"), name="sibling")
        await asyncio.sleep(1.0)
        victim.cancel()
    print(victim.cancelled(), sibling.result())
