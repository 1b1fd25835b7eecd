"""Mirrors of one server; some are slow, some are down."""

import asyncio

SECONDS = {"Oslo": 2.0, "Rome": 1.0, "Lima": 3.0}
DOWN = []


async def ask(mirror):
    """Asks a mirror; raises ConnectionError where it is down. When it is cancelled it hangs up, which takes a moment."""
    try:
        await asyncio.sleep(SECONDS[mirror])
    except asyncio.CancelledError:
        await asyncio.sleep(0.125)
        raise
    if mirror in DOWN:
        raise ConnectionError(f"{mirror} is down")
    return f"answer of {mirror}"
