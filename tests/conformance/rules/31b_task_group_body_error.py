"""An error in the body of a TaskGroup cancels its tasks too, and is the last one in the group of
errors (rule 31)."""

import asyncio


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("of a task")


async def clumsy():
    try:
        await asyncio.sleep(9.0)
    finally:
        raise KeyError("of the cleanup")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(clumsy(), name="clumsy")
            await asyncio.sleep(1.0)
            raise RuntimeError("of the body")
    except ExceptionGroup as errors:
        print([type(error).__name__ for error in errors.exceptions])
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(1.0), name="bad")
        group.create_task(asyncio.sleep(9.0), name="plain")
        try:
            await asyncio.sleep(9.0)
        except asyncio.CancelledError:
            print("the body is cancelled", asyncio.current_task().cancelling())
            raise
