"""A BoundedSemaphore raises ValueError instead of adding permits (rule 33)."""

import asyncio


async def visit(semaphore):
    async with semaphore:
        print("inside")
        await asyncio.sleep(1.0)


async def main():
    semaphore = asyncio.BoundedSemaphore(1)
    try:
        semaphore.release()
    except ValueError as error:
        print("ValueError:", error)
    async with asyncio.TaskGroup() as group:
        group.create_task(visit(semaphore), name="a")
        group.create_task(visit(semaphore), name="b")
    print(semaphore.locked())
    try:
        asyncio.BoundedSemaphore(-1)
    except ValueError as error:
        print("ValueError:", error)
