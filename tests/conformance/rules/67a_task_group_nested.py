"""The error of an inner TaskGroup reaches the outer one as a nested ExceptionGroup."""

import asyncio


async def fail(seconds, message):
    await asyncio.sleep(seconds)
    raise ValueError(message)


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(1.0, "deep"), name="deep")
        group.create_task(asyncio.sleep(9.0), name="cousin")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner(), name="inner")
            group.create_task(asyncio.sleep(9.0), name="sibling")
    except ExceptionGroup as errors:
        print(errors, "/", errors.exceptions[0])
    async with asyncio.TaskGroup():
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(1.0, "first"), name="first")
            group.create_task(fail(1.0, "same moment"), name="second")
