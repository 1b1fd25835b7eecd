"""A cancellation from outside stays a CancelledError when it passes a `timeout` (rule 22)."""

import asyncio


async def worker():
    try:
        async with asyncio.timeout(5.0) as scope:
            await asyncio.sleep(9.0)
    except BaseException as error:
        print(type(error).__name__, scope.expired(), asyncio.current_task().cancelling())
        raise


async def stubborn():
    async with asyncio.timeout(1.0):
        try:
            await asyncio.sleep(9.0)
        finally:
            await asyncio.sleep(2.0)


async def main():
    task = asyncio.create_task(worker(), name="worker")
    both = asyncio.create_task(stubborn(), name="both")
    await asyncio.sleep(2.0)
    task.cancel()
    both.cancel()
    await asyncio.wait([task, both])
    print(task.cancelled(), both.cancelled())
