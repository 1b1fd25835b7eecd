"""A cancelled waiter of a Condition acquires the lock again before it raises, and passes on a
notification that it may have got."""

import asyncio


async def waiter(condition):
    async with condition:
        try:
            await condition.wait()
            print("woken, though nobody notified")
        except asyncio.CancelledError:
            print("cancelled, holding the lock:", condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    a, b = (asyncio.create_task(waiter(condition), name=name) for name in "ab")
    await asyncio.sleep(1.0)
    async with condition:
        a.cancel()
        await asyncio.sleep(1.0)
        print("a still waits for the lock:", not a.done())
    await asyncio.wait([a, b])
    print(a.cancelled(), b.cancelled())
