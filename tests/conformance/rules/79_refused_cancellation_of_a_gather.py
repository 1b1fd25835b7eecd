"""A gather whose cancellation was asked for raises one, even if its last child refuses. The message is one
that the child still has from an earlier request, or none."""

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
