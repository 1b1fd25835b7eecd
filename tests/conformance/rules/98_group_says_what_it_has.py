"""A TaskGroup that refuses a task raises an error with its numbers of tasks and errors."""

import asyncio


async def fail():
    raise ValueError("broken")


async def stubborn(group):
    try:
        await asyncio.sleep(9.0)
    except asyncio.CancelledError:
        try:
            group.create_task(fail())
        except RuntimeError as error:
            print(error)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(stubborn(group), name="one")
            group.create_task(stubborn(group), name="two")
            await asyncio.sleep(1.0)
            group.create_task(fail(), name="fails")
    except* ValueError:
        print("failed")
    try:
        group.create_task(fail())
    except RuntimeError as error:
        print(error)
