"""A gather that was cancelled raises CancelledError even if its last child refuses. The message is
the one that the child still has from an earlier request, if any."""

import asyncio


async def refuses(message):
    if message:
        asyncio.current_task().cancel(message)
    for _ in range(2 if message else 1):
        try:
            await asyncio.sleep(9.0)
        except asyncio.CancelledError as error:
            print("refused", error.args)


async def main():
    for message in ["to itself", None]:
        task = asyncio.create_task(refuses(message), name="task")
        all_of_one = asyncio.gather(task)
        await asyncio.sleep(1.0)
        all_of_one.cancel()
        try:
            await all_of_one
        except asyncio.CancelledError as error:
            print("gather", error.args)
