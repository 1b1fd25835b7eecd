# fails: total
# set: 2
import asyncio
from stations import ask


async def report(stations, limit):
    tasks = {station: asyncio.create_task(ask(station)) for station in stations}
    await asyncio.sleep(limit)
    answers = {}
    for station, task in tasks.items():
        if not task.done():
            task.cancel()
            answers[station] = "too late"
        else:
            answers[station] = "down" if task.exception() else task.result()
    return answers
