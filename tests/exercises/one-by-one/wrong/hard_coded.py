# fails: calls
# says: never called
import asyncio
from sensors import read


async def warmest(sensors):
    await asyncio.sleep(2)
    return "roof"
