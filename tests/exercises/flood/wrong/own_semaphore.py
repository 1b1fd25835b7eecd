# fails: honest
# says: asyncio
import asyncio
from museum import AT_ONCE, fetch

asyncio.Semaphore.acquire = asyncio.Semaphore.locked


async def download(pictures):
    return [await fetch(picture) for picture in pictures]
