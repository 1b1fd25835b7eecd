"""Three offices for a trip, each with its own pace."""

import asyncio

SECONDS = {"flight": 1.5, "hotel": 2.5, "car": 0.5}


async def flight():
    """Looks for a flight."""
    await asyncio.sleep(SECONDS["flight"])
    return "flight found"


async def hotel():
    """Looks for a hotel."""
    await asyncio.sleep(SECONDS["hotel"])
    return "hotel found"


async def car():
    """Looks for a car."""
    await asyncio.sleep(SECONDS["car"])
    return "car found"
