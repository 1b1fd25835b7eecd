# fails: result
import asyncio
from forecast import ask


async def report(cities, limit):
    async def one(city):
        try:
            async with asyncio.timeout(limit):
                return await ask(city)
        except TimeoutError:
            return "no answer"

    answers = await asyncio.gather(*(one(city) for city in cities))
    return {city: answer for city, answer in zip(cities, answers) if answer != "no answer"}
