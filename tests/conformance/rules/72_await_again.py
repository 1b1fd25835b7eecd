"""A task can be awaited repeatedly with the same result, a coroutine only once."""

import asyncio


async def work():
    await asyncio.sleep(1.0)
    return "value"


async def fail():
    raise ValueError("broken")


async def main():
    task, bad = asyncio.create_task(work(), name="task"), asyncio.create_task(fail(), name="bad")
    print(await task, await task, task.result())
    for _ in range(2):
        try:
            await bad
        except ValueError as error:
            print("ValueError:", error)
    coroutine = work()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print("RuntimeError:", error)
