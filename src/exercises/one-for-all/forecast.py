"""Weather services, some of them slow, some out of order."""

import asyncio

SECONDS = {"Lille": 0.5, "Nantes": 4.0, "Nice": 1.0}


async def ask(city):
    """Asks for a city's weather."""
    await asyncio.sleep(SECONDS[city])
    return f"{city}: sunny"
