# fails: prints
import asyncio


async def download(name, size, pace):
    for tenth in range(1, 11):
        await asyncio.sleep(size * pace / 10)
        print(f"{name} {tenth * 10}%")


async def download_all(files, pace):
    for name, size in files:
        asyncio.create_task(download(name, size, pace))
    return {name: size * pace for name, size in files}
