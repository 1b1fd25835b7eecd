# fails: at_most
# says: 5 downloads
import asyncio
from museum import AT_ONCE, fetch


async def download(pictures):
    semaphore = asyncio.Semaphore(AT_ONCE + 1)

    async def one(picture):
        async with semaphore:
            return await fetch(picture)

    return list(await asyncio.gather(*(one(picture) for picture in pictures)))
