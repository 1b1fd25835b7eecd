"""Since Python 3.12 `wait_for(coroutine)` runs the coroutine in the current task and creates no
task (rule 19)."""

import asyncio


async def who():
    await asyncio.sleep(0.5)
    return asyncio.current_task().get_name()


async def main():
    print(await asyncio.wait_for(who(), timeout=1.0))
    print(await asyncio.wait_for(who(), timeout=None))
    print(await asyncio.wait_for(asyncio.create_task(who(), name="own"), timeout=1.0))
