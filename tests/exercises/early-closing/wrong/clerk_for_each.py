# fails: at_most
import asyncio
from office import CLERKS, stamp


async def process(items):
    return list(await asyncio.gather(*(stamp(item) for item in items)))
