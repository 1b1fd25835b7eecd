import asyncio
from stations import ask


async def report(stations, limit):
    tasks = [asyncio.create_task(ask(station)) for station in stations]
    stop = asyncio.get_running_loop().call_later(limit, lambda: [task.cancel() for task in tasks])
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    stop.cancel()
    words = {asyncio.CancelledError: "too late", ConnectionError: "down"}
    return {station: words.get(type(answer), answer) for station, answer in zip(stations, answers)}
