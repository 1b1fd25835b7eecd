"""`Event.set` wakes all waiters in the order in which they began to wait; waiting for a set event
does not suspend."""

import asyncio


async def waiter(event):
    print(await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event), name=name) for name in ("a", "b", "c")]
    await asyncio.sleep(1.0)
    tasks[1].cancel()
    await asyncio.sleep(1.0)
    event.set()
    print("set, and nobody has run yet:", event.is_set())
    event.clear()
    await asyncio.sleep(1.0)
    print("woken although it was cleared at once:", event.is_set(), tasks[0].done())
    event.set()
    print("passes at once:", await event.wait())
