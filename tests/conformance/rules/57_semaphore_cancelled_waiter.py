"""A waiter of a Semaphore that is cancelled after it got its permit passes the permit on."""

import asyncio


async def visit(semaphore):
    async with semaphore:
        print("inside")
        await asyncio.sleep(1.0)


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    a, b, c = (asyncio.create_task(visit(semaphore), name=name) for name in "abc")
    await asyncio.sleep(1.0)
    a.cancel()
    await asyncio.sleep(1.0)
    semaphore.release()
    b.cancel()
    print("released to b, which is cancelled; locked:", semaphore.locked())
    await asyncio.wait([a, b, c])
    print(a.cancelled(), b.cancelled(), c.cancelled(), semaphore.locked())
