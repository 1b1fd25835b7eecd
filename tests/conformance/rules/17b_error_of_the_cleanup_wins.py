"""If the clean-up under `wait_for` raises an error, `wait_for` raises that error instead of
TimeoutError (rule 17)."""

import asyncio


async def clumsy():
    try:
        await asyncio.sleep(10.0)
    finally:
        await asyncio.sleep(0.5)
        raise ValueError("the cleanup failed")


async def main():
    try:
        await asyncio.wait_for(clumsy(), timeout=1.0)
    except Exception as error:
        print(type(error).__name__, error, isinstance(error, TimeoutError))
    print(asyncio.current_task().cancelling())
