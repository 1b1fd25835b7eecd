# fails: result
import asyncio
from museum import AT_ONCE, fetch


async def download(pictures):
    semaphore = asyncio.Semaphore(AT_ONCE)

    async def one(picture):
        async with semaphore:
            return await fetch(picture)

    files = []
    for one in asyncio.as_completed([one(picture) for picture in reversed(pictures)]):
        files.append(await one)
    return files
