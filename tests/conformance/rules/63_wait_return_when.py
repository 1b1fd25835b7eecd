"""The three values of `return_when` of `wait`, on the same three tasks."""

import asyncio


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("broken")


async def main():
    loop = asyncio.get_running_loop()
    for return_when in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        begin = loop.time()
        tasks = [
            asyncio.create_task(asyncio.sleep(1.0), name="quick"),
            asyncio.create_task(fail(2.0), name="bad"),
            asyncio.create_task(asyncio.sleep(3.0), name="slow"),
        ]
        done, _pending = await asyncio.wait(tasks, return_when=return_when)
        print(return_when, loop.time() - begin, sorted(task.get_name() for task in done))
        await asyncio.wait(tasks)
        print(type(tasks[1].exception()).__name__)
    try:
        await asyncio.wait(tasks, return_when="NEVER")
    except ValueError as error:
        print("ValueError:", error)
