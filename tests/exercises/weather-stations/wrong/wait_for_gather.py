# fails: result
# says: 11.5
import asyncio
from stations import ask


async def report(stations, limit):
    try:
        answers = await asyncio.wait_for(asyncio.gather(*map(ask, stations), return_exceptions=True), limit)
    except TimeoutError:
        return dict.fromkeys(stations, "too late")
    return {s: "down" if isinstance(a, Exception) else a for s, a in zip(stations, answers)}
