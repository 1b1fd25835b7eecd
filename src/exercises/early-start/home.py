"""A kitchen at home: a kettle, and a toaster with room for one slice."""

import asyncio

BOIL = 3.0  # seconds
TOAST = 1.0  # seconds for each slice


async def boil():
    """Boils water."""
    await asyncio.sleep(BOIL)
    return "hot water"


async def toast(slice):
    """Toasts a slice."""
    await asyncio.sleep(TOAST)
    return f"{slice} toast"
