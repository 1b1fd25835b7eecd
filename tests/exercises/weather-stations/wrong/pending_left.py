# fails: no_task_left
# says: still waits
import asyncio
from stations import ask


async def report(stations, limit):
    tasks = {station: asyncio.create_task(ask(station)) for station in stations}
    done, _ = await asyncio.wait(tasks.values(), timeout=limit)
    answers = {}
    for station, task in tasks.items():
        if task not in done:
            answers[station] = "too late"
        else:
            answers[station] = "down" if task.exception() else task.result()
    return answers
