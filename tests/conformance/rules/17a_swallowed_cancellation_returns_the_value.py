"""If the coroutine swallows the cancellation of `wait_for` and returns, `wait_for` returns its
value and raises no TimeoutError (rule 17)."""

import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10.0)
    except asyncio.CancelledError:
        await asyncio.sleep(0.5)
        return "a value after all"


async def main():
    print(await asyncio.wait_for(stubborn(), timeout=1.0))
    print(asyncio.current_task().cancelling())
    async with asyncio.timeout(1.0) as scope:
        print(await stubborn())
    print(scope.expired(), asyncio.current_task().cancelling())
