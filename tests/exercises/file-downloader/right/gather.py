import asyncio


async def one(file, pace):
    name, size = file
    start = asyncio.get_event_loop().time()
    for percent in range(10, 101, 10):
        await asyncio.sleep(pace * size * 0.1)
        print("%s %d%%" % (name, percent))
    return round(asyncio.get_event_loop().time() - start, 6)


async def download_all(files, pace):
    seconds = await asyncio.gather(*[one(file, pace) for file in files])
    return {name: taken for (name, _), taken in zip(files, seconds)}
