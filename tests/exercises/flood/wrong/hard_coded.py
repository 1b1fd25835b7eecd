# fails: calls
# says: never called
import asyncio
from museum import AT_ONCE, fetch


async def download(pictures):
    await asyncio.sleep(1.5)
    return [f"{picture}.jpg" for picture in pictures]
