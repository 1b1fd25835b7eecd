# fails: result
# says: Nothing is returned
import asyncio
from sensors import read


async def warmest(sensors):
    degrees = dict(zip(sensors, await asyncio.gather(*map(read, sensors))))
    print(max(degrees, key=degrees.get))
