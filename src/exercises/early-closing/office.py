"""A post office: stamping takes time, and there are three clerks."""

import asyncio

CLERKS = 3
SECONDS = {"card": 0.5, "letter": 1.0, "parcel": 2.0}


async def stamp(item):
    """Stamps an item; its kind is its first word."""
    await asyncio.sleep(SECONDS[item.split()[0]])
    return f"{item} stamped"
