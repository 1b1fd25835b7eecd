"""With a timeout of zero or less `wait_for` never starts the coroutine, and returns the result of a
future that is done (rule 18)."""

import asyncio


async def work():
    print("never printed")


async def main():
    for timeout in (0, -1):
        try:
            await asyncio.wait_for(work(), timeout)
        except TimeoutError as error:
            print(type(error).__name__, "after a timeout of", timeout)
    future = asyncio.get_running_loop().create_future()
    future.set_result("ready")
    print(await asyncio.wait_for(future, 0))
    running = asyncio.create_task(asyncio.sleep(1.0), name="running")
    await asyncio.sleep(0.5)
    try:
        await asyncio.wait_for(running, 0)
    except TimeoutError:
        print("a running task is cancelled:", running.cancelled())
