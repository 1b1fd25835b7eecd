# fails: prints
# says: its time
import asyncio


async def download_all(files, pace):
    took = {}
    for name, size in files:
        for tenth in range(1, 11):
            await asyncio.sleep(size * pace / 10)
            print(f"{name} {tenth * 10}%")
        took[name] = size * pace
    return took
