import asyncio
from sensors import read


async def warmest(sensors):
    degrees = dict(zip(sensors, await asyncio.gather(*map(read, sensors))))
    return max(degrees, key=degrees.get)
