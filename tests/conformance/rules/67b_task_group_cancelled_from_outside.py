"""Cancelling a task inside a TaskGroup cancels the group's tasks; the group waits for them and
raises CancelledError, or their errors if there are any."""

import asyncio


async def clean_up(error):
    try:
        await asyncio.sleep(9.0)
    finally:
        await asyncio.sleep(1.0)
        if error:
            raise error


async def parent(error):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(clean_up(error), name="child")
            group.create_task(asyncio.sleep(9.0), name="plain")
    except BaseException as raised:
        print(type(raised).__name__, asyncio.current_task().cancelling())
        raise


async def main():
    for error in (None, ValueError("of the cleanup")):
        task = asyncio.create_task(parent(error), name="parent")
        await asyncio.sleep(1.0)
        task.cancel()
        await asyncio.wait([task])
        print(task.cancelled() or str(task.exception()))
