"""A Future can be completed once, and has a result only afterwards: otherwise InvalidStateError."""

import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(asyncio.sleep(1.0), name="task")
    attempts = [
        future.result,
        future.exception,
        task.result,
        task.exception,
        lambda: task.set_result(1),
        lambda: task.set_exception(ValueError()),
        lambda: future.set_exception("text"),
        lambda: future.set_result("once"),
        lambda: future.set_result("twice"),
        lambda: future.set_exception(ValueError("too late")),
        future.cancel,
        future.result,
        future.exception,
    ]
    for attempt in attempts:
        try:
            print(attempt())
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
    await task
