"""`locked()` is true while a task waits, even if permits are free; a new task waits in line (rule
32)."""

import asyncio


async def visit(semaphore):
    async with semaphore:
        print("inside")
        await asyncio.sleep(1.0)


async def main():
    semaphore = asyncio.Semaphore(0)
    waiter = asyncio.create_task(visit(semaphore), name="waiter")
    await asyncio.sleep(0.5)
    for _ in range(3):
        semaphore.release()
    print("three permits, one waiter, locked:", semaphore.locked())
    await semaphore.acquire()
    print("main came second, locked:", semaphore.locked())
    await waiter
