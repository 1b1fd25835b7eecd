"""A task that awaited itself would never end, so the await raises RuntimeError."""

import asyncio


async def narcissus():
    await asyncio.sleep(1.0)
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print(str(error).partition(":")[0])


async def main():
    await asyncio.create_task(narcissus(), name="narcissus")
