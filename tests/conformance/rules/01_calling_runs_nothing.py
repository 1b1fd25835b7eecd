"""Calling a coroutine function runs nothing. A coroutine that is never awaited causes a
RuntimeWarning when it is collected (rule 1)."""

import asyncio

# collects


async def greet():
    print("hello")


async def main():
    greet()
    print("called, and nothing ran")
    await asyncio.sleep(0.1)
    kept = greet()
    await asyncio.sleep(0.1)
    print("kept, and nothing ran")
    del kept
    print("let go")
    await greet()
