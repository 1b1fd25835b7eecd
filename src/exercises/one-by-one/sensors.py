"""Sensors in a greenhouse: each answers after its own time."""

import asyncio

SECONDS = {"north": 1.0, "south": 2.0, "roof": 1.5}
DEGREES = {"north": 18, "south": 23, "roof": 27}


async def read(sensor):
    """Asks a sensor for its temperature."""
    await asyncio.sleep(SECONDS[sensor])
    return DEGREES[sensor]
