"""Cancelling the waiter of a `shield` does not cancel the inner task (rule 30)."""

import asyncio


async def waiter(inner):
    try:
        return await asyncio.shield(inner)
    except asyncio.CancelledError:
        print("the waiter is cancelled, the inner task:", inner.cancelled(), inner.cancelling())
        raise


async def main():
    inner = asyncio.create_task(asyncio.sleep(3.0, "precious"), name="inner")
    outer = asyncio.create_task(waiter(inner), name="outer")
    await asyncio.sleep(1.0)
    outer.cancel()
    await asyncio.wait([outer])
    print(outer.cancelled())
    try:
        await asyncio.wait_for(asyncio.shield(inner), timeout=1.0)
    except TimeoutError:
        print("too late, but still running:", not inner.done())
    print(await inner)
    print(asyncio.shield(inner) is inner)
