"""`wait` with FIRST_COMPLETED leaves the others running (rule 23)."""

import asyncio


async def main():
    tasks = [
        asyncio.create_task(asyncio.sleep(1.0, "first"), name="a"),
        asyncio.create_task(asyncio.sleep(1.0, "at the same moment"), name="b"),
        asyncio.create_task(asyncio.sleep(3.0, "last"), name="c"),
    ]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("done", sorted(task.get_name() for task in done))
    print("pending", sorted(task.get_name() for task in pending))
    print(await tasks[2])
