"""The first question about a cancelled task gets the cancellation's message. For the main task the
loop itself asks first, so a remaining task gets no message."""

import asyncio


async def left_over(main_task):
    try:
        await asyncio.sleep(9.0)
    finally:
        try:
            main_task.result()
        except asyncio.CancelledError as error:
            print("CancelledError", error.args)


async def main():
    asyncio.create_task(left_over(asyncio.current_task()), name="left over")
    await asyncio.sleep(1.0)
    raise asyncio.CancelledError("enough")
