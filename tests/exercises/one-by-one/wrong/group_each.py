# fails: together
# says: only 1 of 3
import asyncio
from sensors import read


async def warmest(sensors):
    degrees = {}
    for sensor in sensors:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(read(sensor))
        degrees[sensor] = task.result()
    return max(degrees, key=degrees.get)
