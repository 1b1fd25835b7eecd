"""A shop: it charges a card and sends a receipt, each in its own time."""

import asyncio

CHARGE = 0.5  # seconds
MAIL = 1.0  # seconds


async def charge(customer, euros):
    """Takes the money; returns the line of the till."""
    await asyncio.sleep(CHARGE)
    return f"{customer}: {euros} euros"


async def send_receipt(customer):
    """Sends the receipt; returns when the mail has left."""
    await asyncio.sleep(MAIL)
