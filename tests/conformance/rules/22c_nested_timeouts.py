"""Of nested `timeout` blocks, only the one whose deadline has passed raises TimeoutError, and only
its `expired()` is true (rule 22)."""

import asyncio


async def nested(outer_delay, inner_delay):
    try:
        async with asyncio.timeout(outer_delay) as outer:
            try:
                async with asyncio.timeout(inner_delay) as inner:
                    await asyncio.sleep(9.0)
            except TimeoutError:
                print("the inner one raised", inner.expired(), outer.expired())
    except TimeoutError:
        print("the outer one raised", inner.expired(), outer.expired())


async def main():
    await nested(2.0, 1.0)
    await nested(1.0, 2.0)
    await nested(1.0, 1.0)
    print(asyncio.current_task().cancelling())
