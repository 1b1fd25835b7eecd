import asyncio
from museum import AT_ONCE, fetch


async def download(pictures):
    under_way, tasks = set(), []
    for picture in pictures:
        if len(under_way) >= AT_ONCE:
            _, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
        tasks.append(asyncio.create_task(fetch(picture)))
        under_way.add(tasks[-1])
    return [await task for task in tasks]
