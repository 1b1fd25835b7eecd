"""In debug mode asyncio names a callback that blocked the thread for `slow_callback_duration`, 0.1
s, or longer (rule 34)."""

import asyncio
import time


async def block(seconds):
    time.sleep(seconds)


def callback():
    time.sleep(0.4)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    await asyncio.create_task(block(0.05), name="brief")
    await asyncio.create_task(block(0.3), name="long")
    loop.call_soon(callback)
    await asyncio.sleep(1.0)
    loop.slow_callback_duration = 0.5
    await asyncio.create_task(block(0.3), name="allowed")
    time.sleep(0.6)
    print("main held the thread as well")
