"""A request after a task's last suspension cancels the task nevertheless. The message stays with
the task: every later question gets it, and a gather lists it."""

import asyncio


async def cancels_itself():
    asyncio.current_task().cancel("too late")
    return "lost"


async def main():
    task = asyncio.create_task(cancels_itself(), name="task")
    for result in await asyncio.gather(task, asyncio.sleep(0), return_exceptions=True):
        print(repr(result))
    for who in ["first", "second"]:
        try:
            task.result()
        except asyncio.CancelledError as error:
            print(who, error.args)
