import asyncio
from museum import AT_ONCE, fetch


async def download(pictures):
    files = []
    for first in range(0, len(pictures), AT_ONCE):
        files += await asyncio.gather(*(fetch(picture) for picture in pictures[first : first + AT_ONCE]))
    return files
