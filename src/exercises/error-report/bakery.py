"""A bakery with an oven for everything, and some bad luck."""

import asyncio

SECONDS = {"bread": 2.0, "cake": 1.0, "pie": 1.5}
BURNT = {"cake": "too hot"}


async def bake(order):
    """Bakes; raises ValueError where it goes wrong."""
    await asyncio.sleep(SECONDS[order])
    if order in BURNT:
        raise ValueError(BURNT[order])
    return f"warm {order}"
