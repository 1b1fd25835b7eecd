# fails: prints
import asyncio


async def download_all(files, pace):
    for name, size in files:
        for tenth in range(1, 11):
            print(f"{name} {tenth * 10}%")
    await asyncio.sleep(3)
    return {"book": 1.2, "film": 3.0, "song": 0.8, "game": 2.0, "note": 0.5}
