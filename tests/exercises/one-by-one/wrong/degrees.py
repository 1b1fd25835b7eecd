# fails: result
# says: was expected
import asyncio
from sensors import read


async def warmest(sensors):
    return max(await asyncio.gather(*map(read, sensors)))
