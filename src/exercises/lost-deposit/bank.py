"""A bank that keeps one balance behind a slow line."""

import asyncio

LOAD = 0.25  # seconds
STORE = 0.5  # seconds

account = {"balance": 100}


async def load():
    """Asks for the balance."""
    await asyncio.sleep(LOAD)
    return account["balance"]


async def store(balance):
    """Writes the balance."""
    await asyncio.sleep(STORE)
    account["balance"] = balance
