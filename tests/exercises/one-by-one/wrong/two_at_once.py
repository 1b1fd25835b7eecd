# fails: together
# says: only 2 of 3
import asyncio
from sensors import read


async def warmest(sensors):
    permits, degrees = asyncio.Semaphore(2), {}

    async def ask(sensor):
        async with permits:
            degrees[sensor] = await read(sensor)

    await asyncio.gather(*map(ask, sensors))
    return max(degrees, key=degrees.get)
