"""A task that failed is let go in the moment in which the program lets it go: no frame of the recorder's holds it."""

import asyncio


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("nobody asks")


async def main():
    last = asyncio.create_task(fail(1), name="last of its iteration")
    await asyncio.sleep(2)
    print("goes")
    del last
    print("is gone")


asyncio.run(main())
