import asyncio

from forecast import ask


async def report(cities, limit):
    """Asks all cities at once, each for at most `limit` seconds; returns each one's answer, or "no answer"."""
    try:
        async with asyncio.timeout(limit):
            answers = await asyncio.gather(*(ask(city) for city in cities))
    except TimeoutError:
        return {city: "no answer" for city in cities}
    return dict(zip(cities, answers))


if __name__ == "__main__":
    print(asyncio.run(report(["Lille", "Nantes", "Nice"], 2.0)))
