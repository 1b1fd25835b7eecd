# fails: together
# says: only 1 of 3
import asyncio
from sensors import read


async def warmest(sensors):
    degrees = {}
    for sensor in sensors:
        [degrees[sensor]] = await asyncio.gather(read(sensor))
    return max(degrees, key=degrees.get)
