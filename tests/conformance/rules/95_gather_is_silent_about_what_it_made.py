"""A run ends while children of a gather are pending. There is a warning only about tasks that the
program created itself."""

import asyncio


async def say_goodbye(to):
    print("saying goodbye to", to)
    await asyncio.sleep(1.0)
    print("never printed")


async def service():
    try:
        await asyncio.sleep(9.0)
    finally:
        own = asyncio.create_task(say_goodbye("a task"), name="own")
        asyncio.gather(say_goodbye("a coroutine"), own)
        asyncio.gather(say_goodbye("an exception"), return_exceptions=True)
        print("cleaned up")


async def main():
    asyncio.create_task(service(), name="service")
    await asyncio.sleep(1.0)
