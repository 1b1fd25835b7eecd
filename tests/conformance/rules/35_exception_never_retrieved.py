"""An exception that was never retrieved is reported when its task is collected, not when the task
fails (rule 35)."""

import asyncio

# collects


async def fail():
    await asyncio.sleep(1.0)
    raise ValueError("broken")


async def main():
    asyncio.create_task(fail(), name="alone")
    held = asyncio.create_task(fail(), name="held")
    asked = asyncio.create_task(fail(), name="asked")
    await asyncio.sleep(2.0)
    print("held has failed:", held.done())
    print("asked has failed:", asked.exception())
    del asked
    await asyncio.sleep(1.0)
    del held
    print("held is let go")
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError("of a future"))
    del future
    await asyncio.sleep(1.0)
