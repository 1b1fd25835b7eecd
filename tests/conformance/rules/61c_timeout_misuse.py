"""A `timeout` can be entered once, and replaces only an error that is its own cancellation."""

import asyncio


async def main():
    scope = asyncio.timeout(1.0)
    async with scope:
        try:
            async with scope:
                print("never printed")
        except RuntimeError as error:
            print("RuntimeError:", error)
    try:
        async with asyncio.timeout(1.0) as scope:
            try:
                await asyncio.sleep(2.0)
            except asyncio.CancelledError:
                raise ValueError("instead")
    except ValueError as error:
        print(f"ValueError: {error}", scope.expired(), asyncio.current_task().cancelling())
