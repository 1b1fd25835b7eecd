"""A service that counts how often it is asked, and bans whoever asks too often."""

import asyncio

SECONDS = 0.25  # for each answer


async def call(number):
    """Asks the service."""
    await asyncio.sleep(SECONDS)
    return f"answer {number}"
