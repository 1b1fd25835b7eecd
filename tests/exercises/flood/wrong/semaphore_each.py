# fails: at_most
# says: 5 downloads
import asyncio
from museum import AT_ONCE, fetch


async def download(pictures):
    async def one(picture):
        async with asyncio.Semaphore(AT_ONCE):
            return await fetch(picture)

    return list(await asyncio.gather(*(one(picture) for picture in pictures)))
