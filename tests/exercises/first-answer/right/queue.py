import asyncio
from mirrors import ask


async def fastest(mirrors):
    answers = asyncio.Queue()

    async def one(mirror):
        try:
            await answers.put(await ask(mirror))
        except ConnectionError:
            pass

    tasks = [asyncio.create_task(one(mirror)) for mirror in mirrors]
    answer = await answers.get()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return answer
