# fails: calls
# says: never called
import asyncio
from mill import draw, grind


async def run_mill(buckets, room):
    await asyncio.sleep(6.25)
    return [f"bucket {number} ground" for number in range(buckets)]
