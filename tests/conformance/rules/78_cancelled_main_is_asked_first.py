"""The first who asks a cancelled task is given the cancellation's message. Of the main task, that is the
loop itself: a left-over task asks in vain."""

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
