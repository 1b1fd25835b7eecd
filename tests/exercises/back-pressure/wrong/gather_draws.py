# fails: ahead
import asyncio
from mill import draw, grind


async def run_mill(buckets, room):
    drawn = await asyncio.gather(*(draw(number) for number in range(buckets)))
    return [await grind(bucket) for bucket in drawn]
