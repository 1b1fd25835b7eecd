"""If a task is cancelled in `wait_for`, the awaited task is cancelled too; in `wait` it is not."""

import asyncio


async def main():
    for wait in (lambda task: asyncio.wait_for(task, timeout=5.0), lambda task: asyncio.wait([task])):
        inner = asyncio.create_task(asyncio.sleep(2.0, "inner"), name="inner")
        outer = asyncio.create_task(wait(inner), name="outer")
        await asyncio.sleep(1.0)
        outer.cancel()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(inner.cancelled(), outer.cancelled())
        await asyncio.wait([inner, outer])
