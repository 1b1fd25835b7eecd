"""A waiter of a Condition that is cancelled after its notification passes the notification on."""

import asyncio


async def waiter(condition):
    async with condition:
        await condition.wait()
        print("woken")


async def main():
    condition = asyncio.Condition()
    a, b, c = (asyncio.create_task(waiter(condition), name=name) for name in "abc")
    await asyncio.sleep(1.0)
    async with condition:
        condition.notify()
        a.cancel()
    await asyncio.sleep(1.0)
    print(a.cancelled(), b.done(), c.done())
    async with condition:
        condition.notify_all()
    await c
