# fails: together
# says: never happen at the same
import asyncio
from mill import draw, grind


async def run_mill(buckets, room):
    return [await grind(await draw(number)) for number in range(buckets)]
