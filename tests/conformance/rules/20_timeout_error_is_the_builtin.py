"""`asyncio.TimeoutError` is the built-in TimeoutError. It has no message, and its cause is a
CancelledError (rule 20)."""

import asyncio


async def main():
    print(asyncio.TimeoutError is TimeoutError, issubclass(TimeoutError, OSError))
    try:
        await asyncio.wait_for(asyncio.sleep(2.0), timeout=1.0)
    except asyncio.TimeoutError as error:
        print(type(error).__name__, [str(error)], type(error.__cause__).__name__)
    try:
        async with asyncio.timeout(1.0):
            await asyncio.sleep(2.0)
    except asyncio.TimeoutError as error:
        print(type(error).__name__, [str(error)], type(error.__cause__).__name__)
    await asyncio.wait_for(asyncio.sleep(2.0), timeout=1.0)
