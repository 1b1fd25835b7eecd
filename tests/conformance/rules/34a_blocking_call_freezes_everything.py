"""A blocking call freezes every task. The timers that were due meanwhile fire late, together and in
order (rule 34)."""

import asyncio
import time


async def ticker():
    for tick in range(3):
        await asyncio.sleep(0.5)
        print("tick", tick)


async def main():
    task = asyncio.create_task(ticker(), name="ticker")
    late = asyncio.create_task(asyncio.sleep(1.5), name="late")
    early = asyncio.create_task(asyncio.sleep(1.0), name="early")
    await asyncio.sleep(0)
    print("blocking")
    time.sleep(2.0)
    print("free again, and nothing ran meanwhile")
    await asyncio.wait([task, late, early])
