"""Cancelling a task that awaits another task cancels the other task, through any number of tasks
(rule 29)."""

import asyncio


async def waits_for(task):
    try:
        await task
    finally:
        print(asyncio.current_task().get_name(), asyncio.current_task().cancelling())


async def main():
    inner = asyncio.create_task(asyncio.sleep(9.0), name="inner")
    middle = asyncio.create_task(waits_for(inner), name="middle")
    outer = asyncio.create_task(waits_for(middle), name="outer")
    await asyncio.sleep(1.0)
    outer.cancel()
    await asyncio.wait([inner, middle, outer])
    print(inner.cancelled(), middle.cancelled(), outer.cancelled())
    print(inner.cancelling(), middle.cancelling(), outer.cancelling())
