"""A spring that gives water fast, and a mill that grinds slowly."""

import asyncio

DRAW = 0.25  # seconds
GRIND = 1.0  # seconds


async def draw(number):
    """Draws a bucket."""
    await asyncio.sleep(DRAW)
    return f"bucket {number}"


async def grind(bucket):
    """Uses a bucket up."""
    await asyncio.sleep(GRIND)
    return f"{bucket} ground"
