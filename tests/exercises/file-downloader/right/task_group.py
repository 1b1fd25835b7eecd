import asyncio
import time


async def download(name, size, pace, took):
    began = time.monotonic()
    percent = 0
    while percent < 100:
        await asyncio.sleep(size / 10 * pace)
        percent += 10
        print(name, f"{percent}%")
    took[name] = time.monotonic() - began


async def download_all(files, pace):
    took = {}
    async with asyncio.TaskGroup() as group:
        for name, size in files:
            group.create_task(download(name, size, pace, took))
    return took
