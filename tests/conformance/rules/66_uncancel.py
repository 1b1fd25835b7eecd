"""`cancelling` counts the requests and `uncancel` withdraws one; a pending request is dropped with
the last one (Python 3.13)."""

import asyncio


async def resumes():
    try:
        await asyncio.sleep(9.0)
    except asyncio.CancelledError:
        task = asyncio.current_task()
        print(task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel())
    return "resumed"


async def changes_its_mind():
    task = asyncio.current_task()
    task.cancel()
    print(task.cancelling(), task.uncancel())
    await asyncio.sleep(1.0)
    return "nothing was delivered"


async def main():
    task = asyncio.create_task(resumes(), name="resumes")
    await asyncio.sleep(1.0)
    task.cancel()
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())
    print(await asyncio.create_task(changes_its_mind(), name="mind"))
