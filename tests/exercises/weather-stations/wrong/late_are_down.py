# fails: result
# says: too late
import asyncio
from stations import ask


async def one(station, limit):
    try:
        return await asyncio.wait_for(ask(station), limit)
    except Exception:
        return "down"


async def report(stations, limit):
    return dict(zip(stations, await asyncio.gather(*(one(station, limit) for station in stations))))
