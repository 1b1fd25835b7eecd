import asyncio
from sensors import read


async def warmest(sensors):
    answers = asyncio.Queue()

    async def ask(sensor):
        await answers.put((await read(sensor), sensor))

    tasks = [asyncio.create_task(ask(sensor)) for sensor in sensors]
    found = [await answers.get() for _ in tasks]
    await asyncio.gather(*tasks)
    return max(found)[1]
