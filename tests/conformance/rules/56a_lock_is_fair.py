"""A Lock is first in, first out: its next owner is the first waiter, even while the lock is
free."""

import asyncio


async def visit(lock, turns):
    for turn in range(turns):
        async with lock:
            print("turn", turn)
            await asyncio.sleep(1.0)
        print("released, locked:", lock.locked())


async def main():
    lock = asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        group.create_task(visit(lock, 2), name="greedy")
        group.create_task(visit(lock, 1), name="a")
        group.create_task(visit(lock, 1), name="b")
    print(lock.locked())
