"""`wait_for` of a task that swallows the cancellation returns the task's value, and waits as long
as the task does."""

import asyncio


async def stubborn():
    for _ in range(2):
        try:
            await asyncio.sleep(2.0)
        except asyncio.CancelledError:
            print("swallowed one")
    return "done in my own time"


async def main():
    task = asyncio.create_task(stubborn(), name="stubborn")
    print(await asyncio.wait_for(task, timeout=1.0))
    print(task.cancelled(), task.cancelling(), asyncio.current_task().cancelling())
    task = asyncio.create_task(stubborn(), name="again")
    await asyncio.sleep(1.0)
    try:
        print(await asyncio.wait_for(task, timeout=0))
    except TimeoutError:
        print("never printed")
