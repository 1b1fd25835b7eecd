"""`call_soon` runs in the next iteration; `call_later` and `call_at` at their time, equal times in
the order of creation."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(2.0, print, "later 2.0")
    at = loop.call_at(loop.time() + 1.0, print, "at 1.0")
    loop.call_later(1.0, print, "later 1.0")
    loop.call_at(loop.time() - 5.0, print, "at a time that is past")
    loop.call_later(0, print, "later 0")
    loop.call_soon(print, "soon")
    loop.call_soon(print, "soon too")
    print(at.when(), at.cancelled())
    await asyncio.sleep(0)
    print("main's next turn")
    await asyncio.sleep(3.0)
