"""A timeout includes the wait for a permit, and a waiter that times out takes no permit (rule
33)."""

import asyncio


async def hold(semaphore):
    async with semaphore:
        await asyncio.sleep(2.0)


async def visit(semaphore):
    async with semaphore:
        await asyncio.sleep(0.5)
        return "visited"


async def main():
    semaphore = asyncio.Semaphore(1)
    holder = asyncio.create_task(hold(semaphore), name="holder")
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(visit(semaphore), timeout=1.0)
    except TimeoutError:
        print("a visit of 0.5 timed out after 1.0")
    await holder
    print(semaphore.locked(), await asyncio.wait_for(visit(semaphore), timeout=1.0))
