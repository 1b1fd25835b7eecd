"""`wait` with a timeout raises nothing and cancels nothing: it returns the done and the pending
tasks (rule 23)."""

import asyncio


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("broken")


async def main():
    bad = asyncio.create_task(fail(0.5), name="bad")
    quick = asyncio.create_task(asyncio.sleep(1.0, "quick"), name="quick")
    slow = asyncio.create_task(asyncio.sleep(3.0, "slow"), name="slow")
    done, pending = await asyncio.wait([bad, quick, slow], timeout=2.0)
    print("done", sorted(task.get_name() for task in done))
    print("pending", sorted(task.get_name() for task in pending), slow.cancelling())
    print(type(bad.exception()).__name__, quick.result(), await slow)
