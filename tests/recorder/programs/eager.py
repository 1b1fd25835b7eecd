"""Eager tasks and a program's own task factory are CPython's own tasks, and the log has their steps."""

import asyncio


async def child(seconds):
    print("begins")
    if seconds:
        await asyncio.sleep(seconds)
    return seconds


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    done = asyncio.create_task(child(0), name="at once")
    print("made", done.done())
    waits = asyncio.create_task(child(1), name="waits")
    print("made", waits.done(), type(waits) is asyncio.Task, waits.get_coro().__name__)
    loop.set_task_factory(lambda loop, coroutine, **names: asyncio.Task(coroutine, loop=loop, **names))
    own = asyncio.create_task(child(2), name="own")
    print(await asyncio.gather(done, waits, own))


asyncio.run(main())
