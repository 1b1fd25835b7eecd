"""An iteration runs exactly the callbacks that are ready at its start. New callbacks wait for the
next one; due timers come after them (rule 5)."""

import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()

    def first():
        print("first")
        loop.call_soon(print, "added by first")
        time.sleep(1.0)

    def added_twice():
        print("second")
        loop.call_soon(loop.call_soon, print, "two iterations later")

    loop.call_later(0.5, print, "a timer of 0.5")
    loop.call_soon(first)
    loop.call_soon(added_twice)
    loop.call_soon(print, "third")
    await asyncio.sleep(2.0)
