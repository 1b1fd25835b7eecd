# fails: calls
# says: never called
import asyncio
from sensors import read


async def warmest(sensors):
    degrees = {sensor: 0 for sensor in sensors}
    for sensor in sensors:
        asyncio.create_task(read(sensor))
    return max(degrees, key=degrees.get)
