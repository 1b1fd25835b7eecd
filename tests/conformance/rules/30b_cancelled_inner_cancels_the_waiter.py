"""If the inner task of a `shield` is cancelled, its waiter gets a CancelledError (rule 30)."""

import asyncio


async def waiter(inner):
    try:
        await asyncio.shield(inner)
    finally:
        print("cancelling() is", asyncio.current_task().cancelling())


async def main():
    inner = asyncio.create_task(asyncio.sleep(9.0), name="inner")
    outer = asyncio.create_task(waiter(inner), name="outer")
    await asyncio.sleep(1.0)
    inner.cancel()
    await asyncio.wait([outer])
    print(inner.cancelled(), outer.cancelled())
