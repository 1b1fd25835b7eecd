# fails: together
import asyncio
from sensors import read


async def warmest(sensors):
    lock, degrees = asyncio.Lock(), {}

    async def ask(sensor):
        async with lock:
            degrees[sensor] = await read(sensor)

    await asyncio.gather(*map(ask, sensors))
    return max(degrees, key=degrees.get)
