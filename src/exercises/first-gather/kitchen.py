"""The kitchen: it takes its time for each dish, and everything in it can be done at once."""

import asyncio

SECONDS = {"soup": 2.0, "salad": 1.0, "bread": 1.5}


async def cook(dish):
    """Cooks a dish, and gives what comes to the table."""
    await asyncio.sleep(SECONDS[dish])
    return f"{dish}, {SECONDS[dish]:.1f} s"
