"""A negative duration is a ValueError for `time.sleep`; `asyncio.sleep` only yields."""

import asyncio
import time


async def main():
    try:
        time.sleep(-1.0)
    except ValueError as error:
        print(error)
    time.sleep(0.0)
    await asyncio.sleep(-1.0)
    try:
        await asyncio.to_thread(time.sleep, -1.0)
    except ValueError as error:
        print(error)
