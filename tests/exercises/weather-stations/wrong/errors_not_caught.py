# fails: runs
# says: ConnectionError
import asyncio
from stations import ask


async def report(stations, limit):
    tasks = {station: asyncio.create_task(ask(station)) for station in stations}
    done, pending = await asyncio.wait(tasks.values(), timeout=limit)
    for task in pending:
        task.cancel()
    return {station: task.result() if task in done else "too late" for station, task in tasks.items()}
