# fails: together
# says: At most 1
import asyncio
from museum import AT_ONCE, fetch


async def download(pictures):
    lock = asyncio.Lock()

    async def one(picture):
        async with lock:
            return await fetch(picture)

    return list(await asyncio.gather(*(one(picture) for picture in pictures)))
