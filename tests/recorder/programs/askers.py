"""Who asks for a cancellation: a task, a limit, a group, the loop at its end."""

import asyncio


async def wait(seconds):
    await asyncio.sleep(seconds)


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("no")


async def main():
    task = asyncio.create_task(wait(9), name="by task")
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    try:
        async with asyncio.timeout(1):
            await wait(9)
    except TimeoutError:
        print("late")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait(9), name="by group")
            group.create_task(fail(1), name="fails")
    except* ValueError:
        print("failed")
    asyncio.create_task(wait(9), name="by the loop")
    await asyncio.sleep(0)


asyncio.run(main())
