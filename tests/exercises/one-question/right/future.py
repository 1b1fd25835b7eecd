import asyncio
from library import look_up


async def answer_all(questions):
    futures = {}

    async def answer(seconds, word):
        await asyncio.sleep(seconds)
        if word in futures:
            return await futures[word]
        futures[word] = asyncio.get_running_loop().create_future()
        futures[word].set_result(await look_up(word))
        return futures[word].result()

    tasks = [asyncio.create_task(answer(*question)) for question in questions]
    return [await task for task in tasks]
