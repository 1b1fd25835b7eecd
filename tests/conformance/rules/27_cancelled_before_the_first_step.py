"""A task that is cancelled before its first step runs nothing of its body, not even `finally` (rule
27)."""

import asyncio


async def work():
    try:
        print("never printed")
    finally:
        print("never printed either")


async def main():
    task = asyncio.create_task(work(), name="early")
    print(task.cancel(), task.done(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print(task.done(), task.cancelled(), task.cancelling(), asyncio.current_task().cancelling())
