"""CancelledError is a BaseException: `except Exception` lets it pass (rule 28)."""

import asyncio


async def careful():
    try:
        await asyncio.sleep(9.0)
    except Exception:
        print("never printed")
    finally:
        print("finally")


async def main():
    print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__base__.__name__)
    task = asyncio.create_task(careful(), name="careful")
    await asyncio.sleep(1.0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())
