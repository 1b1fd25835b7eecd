# fails: together
# says: At most 1
import asyncio
from museum import AT_ONCE, fetch


async def download(pictures):
    return [await fetch(picture) for picture in pictures]
