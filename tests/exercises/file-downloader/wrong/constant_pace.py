# fails: prints
# set: 2
import asyncio


async def download(name, size):
    for tenth in range(1, 11):
        await asyncio.sleep(size * 0.01)
        print(f"{name} {tenth * 10}%")
    return size * 0.1


async def download_all(files, pace):
    took = await asyncio.gather(*(download(name, size) for name, size in files))
    return {name: seconds for (name, _), seconds in zip(files, took)}
