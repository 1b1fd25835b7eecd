"""A TaskGroup creates tasks only from its entry until its end or its first error."""

import asyncio


def attempt(group):
    try:
        group.create_task(asyncio.sleep(1.0), name="refused")
    except RuntimeError as error:
        print("RuntimeError:", error)


async def fail():
    raise ValueError("broken")


async def main():
    group = asyncio.TaskGroup()
    attempt(group)
    async with group:
        pass
    attempt(group)
    try:
        async with group:
            print("never printed")
    except RuntimeError as error:
        print("RuntimeError:", error)
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(), name="bad")
        try:
            await asyncio.sleep(1.0)
        finally:
            attempt(group)
