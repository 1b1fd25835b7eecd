import asyncio
import stations as weather


async def report(stations, limit):
    answers = {station: "too late" for station in stations}

    async def one(station):
        try:
            return station, await weather.ask(station)
        except ConnectionError:
            return station, "down"

    tasks = [asyncio.ensure_future(one(station)) for station in stations]
    try:
        for following in asyncio.as_completed(tasks, timeout=limit):
            station, answer = await following
            answers[station] = answer
    except TimeoutError:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return answers
