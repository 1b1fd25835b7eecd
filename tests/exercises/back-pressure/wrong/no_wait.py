# fails: runs
# says: QueueFull
import asyncio
from mill import draw, grind


async def run_mill(buckets, room):
    queue = asyncio.Queue(room)
    for number in range(buckets):
        queue.put_nowait(await draw(number))
    return [await grind(queue.get_nowait()) for _ in range(buckets)]
