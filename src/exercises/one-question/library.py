"""A library far away: a question takes a while, and each costs a coin."""

import asyncio

SECONDS = 1.0


async def look_up(word):
    """Asks what a word means."""
    await asyncio.sleep(SECONDS)
    return f"{word}: meaning {len(word)}"
