"""A `timeout` raises CancelledError inside its block and TimeoutError only outside (rule 22)."""

import asyncio


async def main():
    try:
        async with asyncio.timeout(1.0) as scope:
            try:
                await asyncio.sleep(2.0)
            except TimeoutError:
                print("never printed")
            except asyncio.CancelledError:
                task = asyncio.current_task()
                print("inside CancelledError", scope.expired(), task.cancelling())
                raise
    except TimeoutError:
        print("outside TimeoutError", scope.expired(), asyncio.current_task().cancelling())
    async with asyncio.timeout(1.0) as scope:
        await asyncio.sleep(0.5)
    print("in time", scope.expired())
