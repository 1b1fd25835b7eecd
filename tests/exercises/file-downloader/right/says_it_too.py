# Says at the end how long each took, as well as returning it.
import asyncio
from time import perf_counter


async def download_all(files, pace):
    took = {}

    async def download(name, size):
        began = perf_counter()
        for step in range(10):
            await asyncio.sleep(size * pace / 10)
            print(name + " " + str((step + 1) * 10) + "%")
        took[name] = perf_counter() - began

    print("Downloading", len(files), "files")
    await asyncio.wait([asyncio.create_task(download(name, size)) for name, size in files])
    for name, seconds in took.items():
        print(f"{name} took {seconds:.1f} s")
    return took
