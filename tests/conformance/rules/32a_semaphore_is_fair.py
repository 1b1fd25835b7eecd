"""A Semaphore is first in, first out: a task that releases and acquires it again waits behind the
waiters (rule 32)."""

import asyncio


async def visit(semaphore, turns):
    for turn in range(turns):
        async with semaphore:
            print("turn", turn)
            await asyncio.sleep(1.0)
        print("released, locked:", semaphore.locked())


async def main():
    semaphore = asyncio.Semaphore(1)
    async with asyncio.TaskGroup() as group:
        group.create_task(visit(semaphore, 2), name="greedy")
        group.create_task(visit(semaphore, 1), name="a")
        group.create_task(visit(semaphore, 1), name="b")
