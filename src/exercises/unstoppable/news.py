"""A news feed. Some readings fail; it closes by itself after a while."""

import asyncio

FAILS = [2]  # the numbers of the readings that fail
SECONDS = 0.5  # for each reading
STOP = 2.25  # seconds after which the reader of the feed is cancelled
LAST = 20  # the number of the last reading

state = {"count": 0}


def is_open():
    """Whether the feed has more."""
    return state["count"] < LAST


async def read():
    """Waits for the next item; raises ConnectionError where the line breaks."""
    await asyncio.sleep(SECONDS)
    state["count"] += 1
    if state["count"] in FAILS:
        raise ConnectionError("the line broke")
    return f"item {state['count']}"
