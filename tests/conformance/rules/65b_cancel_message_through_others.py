"""The message of `cancel` is passed to the inner task and back; of two requests the first one's
message counts."""

import asyncio


async def waits_for(awaitable):
    try:
        await awaitable
    except asyncio.CancelledError as error:
        print(error.args)
        raise


async def main():
    inner = asyncio.create_task(waits_for(asyncio.sleep(9.0)), name="inner")
    outer = asyncio.create_task(waits_for(inner), name="outer")
    await asyncio.sleep(1.0)
    outer.cancel("outer's")
    await asyncio.wait([outer])
    twice = asyncio.create_task(waits_for(asyncio.sleep(9.0)), name="twice")
    await asyncio.sleep(1.0)
    print(twice.cancel("the first"), twice.cancel("the second"), twice.cancelling())
    await asyncio.wait([twice])
    child = asyncio.create_task(waits_for(asyncio.sleep(9.0)), name="child")
    waiter = asyncio.create_task(waits_for(asyncio.gather(child)), name="waiter")
    await asyncio.sleep(1.0)
    waiter.cancel("through a gather")
    await asyncio.wait([waiter])
