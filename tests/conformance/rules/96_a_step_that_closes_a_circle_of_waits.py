"""A task cancels itself and then awaits a task that waits for it. Its step raises RecursionError,
and the loop continues."""

import asyncio

tasks = []


async def first(stop):
    try:
        await asyncio.gather(tasks[1], stop)
    except ValueError:
        print("stopped")


async def second():
    asyncio.current_task().cancel()
    await tasks[0]


async def main():
    stop = asyncio.Future()
    asyncio.get_running_loop().set_exception_handler(lambda _, context: print(type(context["exception"]).__name__))
    tasks[:] = [asyncio.create_task(first(stop), name="first"), asyncio.create_task(second(), name="second")]
    await asyncio.sleep(1.0)
    stop.set_exception(ValueError("enough"))
    await asyncio.wait(tasks)
    print(tasks[0].cancelled(), tasks[1].cancelled())
