# fails: result
# says: was expected
import asyncio
from sensors import read


async def warmest(sensors):
    degrees = dict(zip(sensors, await asyncio.gather(*map(read, sensors))))
    return min(degrees, key=degrees.get)
