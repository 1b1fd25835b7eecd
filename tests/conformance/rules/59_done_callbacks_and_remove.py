"""A done callback that was added twice runs twice; `remove_done_callback` removes both and returns
their number."""

import asyncio


def first(task):
    print("first", task.get_name(), task.result())


def second(task):
    print("second")


async def main():
    task = asyncio.create_task(asyncio.sleep(1.0, "value"), name="task")
    for callback in (first, second, first, second):
        task.add_done_callback(callback)
    print("removed", task.remove_done_callback(second))
    print("removed", task.remove_done_callback(second))
    await task
    task.add_done_callback(second)
    print("too late to remove:", task.remove_done_callback(second))
    await asyncio.sleep(1.0)
