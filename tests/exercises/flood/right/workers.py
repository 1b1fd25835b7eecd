import asyncio
from museum import AT_ONCE, fetch


async def download(pictures):
    queue = asyncio.Queue()
    for place, picture in enumerate(pictures):
        queue.put_nowait((place, picture))
    files = [None] * len(pictures)

    async def worker():
        while not queue.empty():
            place, picture = queue.get_nowait()
            files[place] = await fetch(picture)

    async with asyncio.TaskGroup() as group:
        for _ in range(AT_ONCE):
            group.create_task(worker())
    return files
