"""Done callbacks run through the ready queue in the order of registration; the wake-up of an
awaiter is one of them (rule 38)."""

import asyncio


async def wait_for_it(task):
    print("the awaiter resumes with", await task)


async def main():
    task = asyncio.create_task(asyncio.sleep(1.0, 42), name="task")
    task.add_done_callback(lambda done: print("before the awaiter:", done.result()))
    waiter = asyncio.create_task(wait_for_it(task), name="waiter")
    await asyncio.sleep(0)
    task.add_done_callback(lambda done: print("after the awaiter:", done.get_name()))
    await waiter
    task.add_done_callback(lambda done: print("on a done task: soon"))
    print("not at once")
    await asyncio.sleep(0)
    print("but before main's next turn")
