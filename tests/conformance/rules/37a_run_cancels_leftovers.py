"""When the main coroutine ends, `asyncio.run` cancels the remaining tasks and waits for them (rule
37)."""

import asyncio


async def tidy():
    try:
        await asyncio.sleep(9.0)
    finally:
        await asyncio.sleep(0.5)
        print("tidied up")


async def clumsy():
    try:
        await asyncio.sleep(9.0)
    finally:
        raise ValueError("at the end")


async def main():
    leftovers = [
        asyncio.create_task(tidy(), name="tidy"),
        asyncio.create_task(clumsy(), name="clumsy"),
        asyncio.create_task(asyncio.sleep(9.0), name="plain"),
    ]
    await asyncio.sleep(1.0)
    leftovers.append(asyncio.create_task(asyncio.sleep(9.0), name="fresh"))
    return len(leftovers)
