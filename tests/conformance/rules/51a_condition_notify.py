"""`Condition.notify(n)` wakes n waiters and `notify_all` all; each continues once it has the lock
again."""

import asyncio


async def waiter(condition):
    async with condition:
        print(await condition.wait(), condition.locked())
        await asyncio.sleep(0.5)


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(condition), name=name) for name in ("a", "b", "c", "d")]
    await asyncio.sleep(1.0)
    async with condition:
        condition.notify()
        print("notified one, which waits for the lock")
        await asyncio.sleep(1.0)
    await asyncio.sleep(1.0)
    async with condition:
        condition.notify(2)
        condition.notify_all()
        print("notified all three")
    await asyncio.wait(tasks)
