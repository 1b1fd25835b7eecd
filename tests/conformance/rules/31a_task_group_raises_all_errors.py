"""The first error in a TaskGroup cancels the siblings; the group waits for them and raises all
errors together (rule 31)."""

import asyncio


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("first")


async def clumsy():
    try:
        await asyncio.sleep(9.0)
    finally:
        await asyncio.sleep(0.5)
        raise KeyError("cleanup")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(9.0), name="plain")
            group.create_task(clumsy(), name="clumsy")
            group.create_task(fail(1.0), name="bad")
            group.create_task(asyncio.sleep(0.5, "in time"), name="quick")
    except* ValueError as errors:
        print(type(errors).__name__, errors, errors.exceptions[0])
    except* KeyError as errors:
        print(type(errors).__name__, errors, errors.exceptions[0])
    print(asyncio.current_task().cancelling())
