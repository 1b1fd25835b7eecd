"""The exception of a shielded task reaches its waiter; if the waiter was cancelled before, the
exception is only reported in a warning."""

import asyncio

# collects


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("broken")


async def main():
    try:
        await asyncio.shield(asyncio.create_task(fail(1.0), name="watched"))
    except ValueError as error:
        print("ValueError:", error)
    try:
        left = asyncio.create_task(fail(2.0), name="left")
        await asyncio.wait_for(asyncio.shield(left), timeout=1.0)
    except TimeoutError:
        print("left alone")
        del left
    await asyncio.sleep(2.0)
