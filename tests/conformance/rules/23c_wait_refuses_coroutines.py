"""`wait` takes tasks and futures: bare coroutines, and an empty list, are errors (rule 23)."""

import asyncio


async def attempt(awaitables):
    try:
        await asyncio.wait(awaitables)
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")


async def main():
    bare = asyncio.sleep(1.0)
    await attempt([bare])
    await attempt(bare)
    bare.close()
    await attempt([])
    task = asyncio.create_task(asyncio.sleep(1.0), name="task")
    await attempt(task)
    await attempt([task])
