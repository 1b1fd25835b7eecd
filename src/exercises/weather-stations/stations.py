"""Weather stations: some are slow, and some are down and say so."""

import asyncio

SECONDS = {"Brest": 0.71, "Lille": 1.81, "Lyon": 0.04, "Nice": 0.48, "Paris": 2.51}
DEGREES = {"Brest": 11.5, "Lyon": 4.0, "Nice": 18.5, "Paris": 7.0}  # A station that is not here is down.


async def ask(station):
    """Asks a station for its temperature."""
    await asyncio.sleep(SECONDS[station])
    if station not in DEGREES:
        raise ConnectionError(f"{station} is down")
    return DEGREES[station]
