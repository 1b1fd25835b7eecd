"""A `gather` that has failed is done: cancelling it has no effect on the children that still run
(rule 14)."""

import asyncio


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("broken")


async def main():
    slow = asyncio.create_task(asyncio.sleep(3.0, "slow"), name="slow")
    both = asyncio.gather(slow, asyncio.create_task(fail(1.0), name="bad"))
    try:
        await both
    except ValueError as error:
        print("gather raised", error)
    print(both.done(), both.cancel(), both.cancelled())
    print(await slow, slow.cancelled())
