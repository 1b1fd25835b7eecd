import asyncio
from stations import ask


async def one(station, limit):
    try:
        async with asyncio.timeout(limit):
            return await ask(station)
    except TimeoutError:
        return "too late"
    except ConnectionError:
        return "down"


async def report(stations, limit):
    async with asyncio.TaskGroup() as group:
        tasks = {station: group.create_task(one(station, limit)) for station in stations}
    return {station: task.result() for station, task in tasks.items()}
