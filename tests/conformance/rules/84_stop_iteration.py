"""Neither a future nor a coroutine can raise StopIteration: it becomes a RuntimeError."""

import asyncio


async def stop():
    raise StopIteration("coroutine")


def stop_in_a_worker():
    raise StopIteration("worker")


async def report(awaitable):
    try:
        await awaitable
    except Exception as error:
        print(type(error).__name__, "-", error)


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(StopIteration("future"))
    await report(future)
    await report(stop())
    await report(asyncio.create_task(stop(), name="stops"))
    await report(asyncio.wait_for(stop(), 1.0))
    await report(asyncio.gather(asyncio.create_task(stop(), name="gathered")))
    await report(asyncio.to_thread(stop_in_a_worker))
