"""The message of `cancel` is in the CancelledError at the task's await, and in that of the first
awaiter of the task."""

import asyncio


async def worker():
    try:
        await asyncio.sleep(9.0)
    except asyncio.CancelledError as error:
        print("inside", error.args)
        raise


async def main():
    task = asyncio.create_task(worker(), name="worker")
    await asyncio.sleep(1.0)
    task.cancel("enough")
    for who in ("first", "second"):
        try:
            await task
        except asyncio.CancelledError as error:
            print(who, error.args)
    early = asyncio.create_task(worker(), name="early")
    early.cancel("before the first step")
    try:
        await early
    except asyncio.CancelledError as error:
        print("early", error.args)
