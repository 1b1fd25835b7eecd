# fails: together
import asyncio
from stations import ask


async def report(stations, limit):
    answers = {}
    for station in stations:
        try:
            answers[station] = await asyncio.wait_for(ask(station), limit)
        except TimeoutError:
            answers[station] = "too late"
        except ConnectionError:
            answers[station] = "down"
    return answers
