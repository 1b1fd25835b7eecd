"""A bare `except:` swallows the cancellation, so `wait_for` returns the value and raises no
TimeoutError (rule 28)."""

import asyncio


async def careless():
    try:
        await asyncio.sleep(9.0)
    except:  # noqa: E722 (the mistake that this is about)
        pass
    return "what cancellation?"


async def main():
    print(await asyncio.wait_for(careless(), timeout=1.0))
    task = asyncio.create_task(careless(), name="careless")
    await asyncio.sleep(1.0)
    print(task.cancel())
    print(await task, task.cancelled(), task.cancelling())
