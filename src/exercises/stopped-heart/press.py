"""An old printing press, and a heart that beats beside it."""

import asyncio
import time

SECONDS = {"cover": 1.0, "letter": 2.0, "index": 0.5}


def print_page(page):
    """Prints a page. An old library: it holds its thread until the page is out."""
    time.sleep(SECONDS[page])
    return f"{page}, printed"


async def beat():
    """One beat: others see by it that the program is alive."""
    await asyncio.sleep(0)


async def heartbeat():
    """Beats every 0.25 seconds until it is cancelled."""
    while True:
        await beat()
        await asyncio.sleep(0.25)
