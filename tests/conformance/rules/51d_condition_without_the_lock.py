"""Waiting for a Condition and notifying it both need its lock."""

import asyncio


async def main():
    condition = asyncio.Condition()
    try:
        await condition.wait()
    except RuntimeError as error:
        print("RuntimeError:", error)
    for notify in (condition.notify, condition.notify_all):
        try:
            notify()
        except RuntimeError as error:
            print("RuntimeError:", error)
    async with condition:
        condition.notify()
        print("nobody to notify")
