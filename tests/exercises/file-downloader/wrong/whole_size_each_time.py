# fails: prints
# says: its time
import asyncio


async def download(name, size, pace):
    for tenth in range(1, 11):
        await asyncio.sleep(size * pace)
        print(f"{name} {tenth * 10}%")
    return size * pace


async def download_all(files, pace):
    took = await asyncio.gather(*(download(name, size, pace) for name, size in files))
    return {name: seconds for (name, _), seconds in zip(files, took)}
