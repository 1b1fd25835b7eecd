"""`as_completed` creates tasks for coroutines; after its timeout every further wait raises; errors
are raised in the order of completion."""

import asyncio


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("broken")


async def main():
    awaitables = [asyncio.sleep(4.0, "d"), asyncio.sleep(0.5, "a"), fail(1.0), asyncio.sleep(3.0, "c")]
    for next_one in asyncio.as_completed(awaitables, timeout=2.0):
        try:
            print(await next_one)
        except (ValueError, TimeoutError) as error:
            print(type(error).__name__, [str(error)])
    async for task in asyncio.as_completed([]):
        print("never printed")
    try:
        asyncio.as_completed(asyncio.current_task())
    except TypeError as error:
        print("TypeError:", error)
    await asyncio.sleep(3.0)
