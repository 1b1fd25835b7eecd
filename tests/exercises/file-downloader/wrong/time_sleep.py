# fails: not_blocked
# says: blocks the loop
import asyncio
import time


async def download(name, size, pace):
    for tenth in range(1, 11):
        time.sleep(size * pace / 10)
        print(f"{name} {tenth * 10}%")
    return name, size * pace


async def download_all(files, pace):
    return dict(await asyncio.gather(*(download(*file, pace) for file in files)))
