"""Releasing a Semaphore more often than it was acquired silently adds permits (rule 33)."""

import asyncio


async def visit(semaphore):
    async with semaphore:
        print("inside")
        await asyncio.sleep(1.0)


async def main():
    semaphore = asyncio.Semaphore(1)
    semaphore.release()
    async with asyncio.TaskGroup() as group:
        for name in ("a", "b", "c"):
            group.create_task(visit(semaphore), name=name)
