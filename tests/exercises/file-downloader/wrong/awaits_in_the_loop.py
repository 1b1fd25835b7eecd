# fails: prints
# says: its time
import asyncio


async def download(name, size, pace):
    began = asyncio.get_running_loop().time()
    for tenth in range(1, 11):
        await asyncio.sleep(size * pace / 10)
        print(f"{name} {tenth * 10}%")
    return asyncio.get_running_loop().time() - began


async def download_all(files, pace):
    took = {}
    for name, size in files:
        task = asyncio.create_task(download(name, size, pace))
        took[name] = await task
    return took
