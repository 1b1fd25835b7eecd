"""Releasing a Lock that is not locked is an error; any task may release a locked one."""

import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print("RuntimeError:", error)
    print(await lock.acquire(), lock.locked())
    asyncio.get_running_loop().call_later(1.0, lock.release)
    print(await lock.acquire(), lock.locked())
    try:
        async with asyncio.timeout(1.0):
            await lock.acquire()
    except TimeoutError:
        print("a Lock knows no owner: a second acquire waits for ever")
    lock.release()
    print(lock.locked())
