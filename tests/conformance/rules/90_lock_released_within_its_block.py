"""If a task releases a lock inside its `async with`, the end of the block raises an error."""

import asyncio


async def visit(lock):
    async with lock:
        print("inside")
        lock.release()
        await asyncio.sleep(1.0)
        print("about to leave")
    print("never printed")


async def main():
    for lock in [asyncio.Lock(), asyncio.BoundedSemaphore(1), asyncio.Condition()]:
        try:
            await visit(lock)
        except (RuntimeError, ValueError) as error:
            print(f"{type(error).__name__}: {error}")
        print(lock.locked())
    try:
        async with lock:
            lock.release()
            raise KeyError("within")
    except RuntimeError as error:
        print("instead of it:", error)
