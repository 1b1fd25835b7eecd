# fails: result
# set: 2
import asyncio
from stations import ask


async def one(station):
    try:
        return await asyncio.wait_for(ask(station), 2.0)
    except TimeoutError:
        return "too late"
    except ConnectionError:
        return "down"


async def report(stations, limit):
    return dict(zip(stations, await asyncio.gather(*map(one, stations))))
