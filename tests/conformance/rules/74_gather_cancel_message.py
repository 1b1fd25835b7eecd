"""`gather(..., return_exceptions=True)` loses the message of a cancelled task, and keeps that of a cancelled future."""

import asyncio


async def work():
    await asyncio.sleep(9.0)


async def main():
    task = asyncio.create_task(work(), name="task")
    future = asyncio.get_running_loop().create_future()
    both = asyncio.gather(task, future, return_exceptions=True)
    await asyncio.sleep(1.0)
    task.cancel("to the task")
    future.cancel("to the future")
    for result in await both:
        print(type(result).__name__, str(result) or "without a message")
