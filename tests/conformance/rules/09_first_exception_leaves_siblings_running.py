"""`gather` raises the first exception at once, and the siblings keep running (rule 9)."""

import asyncio


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("broken")


async def work(seconds):
    await asyncio.sleep(seconds)
    print("still working")
    return "done"


async def main():
    slow = asyncio.create_task(work(3.0), name="slow")
    bad = asyncio.create_task(fail(1.0), name="bad")
    try:
        await asyncio.gather(slow, bad)
    except ValueError as error:
        print("gather raised", type(error).__name__, error)
    print("slow is done:", slow.done(), "- has a request to cancel:", slow.cancelling())
    print(await slow)
