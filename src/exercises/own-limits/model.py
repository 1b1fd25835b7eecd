import asyncio

from trip import car, flight, hotel


async def plan(limits):
    """Asks for a flight, a hotel and a car at once, each with its own limit; returns the three answers."""
    async def one(asking, limit):
        try:
            return await asyncio.wait_for(asking, limit)
        except TimeoutError:
            return "too late"

    askings = [flight(), hotel(), car()]
    return list(await asyncio.gather(*(one(asking, limit) for asking, limit in zip(askings, limits))))


if __name__ == "__main__":
    print(asyncio.run(plan([2.0, 1.0, 3.0])))
