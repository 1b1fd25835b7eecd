# fails: at_most
# says: 5 downloads
import asyncio
from museum import AT_ONCE, fetch


async def download(pictures):
    return list(await asyncio.gather(*(fetch(picture) for picture in pictures)))
