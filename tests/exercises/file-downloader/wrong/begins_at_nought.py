# fails: prints
# says: 0%
import asyncio


async def download(name, size, pace):
    for tenth in range(10):
        print(f"{name} {tenth * 10}%")
        await asyncio.sleep(size * pace / 10)
    return size * pace


async def download_all(files, pace):
    took = await asyncio.gather(*(download(name, size, pace) for name, size in files))
    return {name: seconds for (name, _), seconds in zip(files, took)}
