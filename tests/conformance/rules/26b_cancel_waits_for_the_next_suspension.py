"""A running task that is cancelled runs to its next suspension. If it returns before that, it is
cancelled nevertheless (rule 26)."""

import asyncio


async def suspends():
    print("cancel() gives", asyncio.current_task().cancel())
    print("still running")
    await asyncio.sleep(0)
    print("never printed")


async def returns():
    asyncio.current_task().cancel()
    return "a value that nobody sees"


async def does_not_suspend():
    asyncio.current_task().cancel()
    future = asyncio.get_running_loop().create_future()
    future.set_result("done")
    print("awaiting a done future suspends nobody:", await future)
    raise ValueError("before the next suspension")


async def main():
    for coroutine in (suspends(), returns(), does_not_suspend()):
        task = asyncio.create_task(coroutine, name=coroutine.__name__)
        await asyncio.wait([task])
        print(task.cancelled(), None if task.cancelled() else task.exception())
