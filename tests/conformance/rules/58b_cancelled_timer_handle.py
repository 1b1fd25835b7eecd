"""A timer can be cancelled until it runs; a cancelled timer delays nothing."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_later(1.0, print, "never printed")
    last = loop.call_later(100.0, print, "never printed either")
    soon = loop.call_soon(print, "nor this")
    for cancelled in (handle, last, soon):
        cancelled.cancel()
    print(handle.cancelled(), handle.when())
    other = loop.call_later(2.0, print, "cancelled by the timer before it")
    loop.call_later(2.0, print, "of the same moment")
    loop.call_at(2.0 - 1e-10, other.cancel)
    ran = loop.call_later(1.5, print, "runs")
    await asyncio.sleep(3.0)
    ran.cancel()
    print("cancelling what has run:", ran.cancelled(), loop.time())
