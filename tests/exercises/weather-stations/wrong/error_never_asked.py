# fails: no_error_lost
import asyncio
from stations import ask


async def report(stations, limit):
    answers = dict.fromkeys(stations, "too late")

    async def one(station):
        try:
            answers[station] = await ask(station)
        except ConnectionError:
            answers[station] = "down"
            raise

    tasks = [asyncio.create_task(one(station)) for station in stations]
    _, pending = await asyncio.wait(tasks, timeout=limit)
    for task in pending:
        task.cancel()
    await asyncio.sleep(0)
    return answers
