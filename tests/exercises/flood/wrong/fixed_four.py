# fails: at_most
import asyncio
from museum import AT_ONCE, fetch


async def download(pictures):
    semaphore = asyncio.Semaphore(4)

    async def one(picture):
        async with semaphore:
            return await fetch(picture)

    return list(await asyncio.gather(*(one(picture) for picture in pictures)))
