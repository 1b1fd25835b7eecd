"""`as_completed` yields in the order of completion; `async for` yields the original tasks (rule
25)."""

import asyncio


def three_tasks():
    delays = {"a": 0.3, "b": 0.1, "c": 0.2}
    return [asyncio.create_task(asyncio.sleep(delays[name], name), name=name) for name in delays]


async def main():
    for next_one in asyncio.as_completed(three_tasks()):
        print(await next_one)
    tasks = three_tasks()
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), task in tasks, task.done(), await task)
