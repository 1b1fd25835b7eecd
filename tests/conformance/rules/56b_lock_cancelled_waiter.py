"""A cancelled waiter of a Lock leaves the line; if the lock was just released for it, the next
waiter gets the lock."""

import asyncio


async def visit(lock):
    async with lock:
        print("inside")
        await asyncio.sleep(1.0)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a, b, c = (asyncio.create_task(visit(lock), name=name) for name in "abc")
    await asyncio.sleep(1.0)
    a.cancel()
    await asyncio.sleep(1.0)
    lock.release()
    b.cancel()
    print("released to b, which is cancelled; locked:", lock.locked())
    await asyncio.wait([a, b, c])
    print(a.cancelled(), b.cancelled(), c.cancelled(), lock.locked())
