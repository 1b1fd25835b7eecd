import asyncio

from forecast import ask


async def report(cities, limit):
    """Asks all cities at once, each for at most `limit` seconds; returns each one's answer, or "no answer"."""
    async def one(city):
        try:
            async with asyncio.timeout(limit):
                return await ask(city)
        except TimeoutError:
            return "no answer"

    answers = await asyncio.gather(*(one(city) for city in cities))
    return dict(zip(cities, answers))


if __name__ == "__main__":
    print(asyncio.run(report(["Lille", "Nantes", "Nice"], 2.0)))
