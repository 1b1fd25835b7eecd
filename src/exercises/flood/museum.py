"""A museum's server: it allows so many downloads at once, and throws out whoever opens more."""

import asyncio

AT_ONCE = 4
SECONDS = 0.5  # for each picture


async def fetch(picture):
    """Downloads a picture."""
    await asyncio.sleep(SECONDS)
    return f"{picture}.jpg"
