# fails: result
import asyncio
from stations import ask


async def report(stations, limit):
    answers = await asyncio.gather(*map(ask, stations), return_exceptions=True)
    return {s: "down" if isinstance(a, Exception) else a for s, a in zip(stations, answers)}
