"""What is lost is told, also after the loop was closed: a task, a failure, a coroutine."""

import asyncio


async def wait_for_nobody():
    await asyncio.get_running_loop().create_future()


async def fail():
    raise ValueError("nobody asks")


async def stubborn():
    try:
        await asyncio.sleep(9)
    finally:
        asyncio.create_task(asyncio.sleep(9), name="made while the run ends")


async def main():
    asyncio.create_task(wait_for_nobody(), name="lost")
    asyncio.create_task(fail(), name="fails")
    asyncio.create_task(stubborn(), name="stubborn")
    asyncio.sleep(1)
    await asyncio.sleep(1)


asyncio.run(main())
