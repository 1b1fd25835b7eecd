"""If the block of a `timeout` swallows the CancelledError, there is no TimeoutError; only
`expired()` shows the timeout (rule 22)."""

import asyncio


async def main():
    async with asyncio.timeout(1.0) as scope:
        try:
            await asyncio.sleep(2.0)
        except asyncio.CancelledError:
            print("swallowed")
        await asyncio.sleep(2.0)
        print("the deadline came once", scope.expired(), asyncio.current_task().cancelling())
    print("no TimeoutError", scope.expired(), asyncio.current_task().cancelling())
