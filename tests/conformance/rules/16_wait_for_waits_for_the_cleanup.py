"""At the deadline `wait_for` requests the cancellation and waits for the task: TimeoutError is
raised when the clean-up is over (rule 16)."""

import asyncio


async def slow_to_clean_up():
    try:
        await asyncio.sleep(10.0)
    except asyncio.CancelledError:
        print("cleaning up")
        await asyncio.sleep(3.0)
        print("clean")
        raise


async def main():
    try:
        await asyncio.wait_for(slow_to_clean_up(), timeout=1.0)
    except TimeoutError as error:
        print(type(error).__name__, "at", asyncio.get_running_loop().time())
    task = asyncio.create_task(slow_to_clean_up(), name="task")
    try:
        await asyncio.wait_for(task, timeout=1.0)
    except TimeoutError as error:
        print(type(error).__name__, "at", asyncio.get_running_loop().time(), task.cancelled())
