import asyncio
from library import look_up


async def answer_all(questions):
    answers, locks = {}, {}

    async def answer(seconds, word):
        await asyncio.sleep(seconds)
        async with locks.setdefault(word, asyncio.Lock()):
            if word not in answers:
                answers[word] = await look_up(word)
        return answers[word]

    tasks = []
    async with asyncio.TaskGroup() as group:
        for question in questions:
            tasks.append(group.create_task(answer(*question)))
    return [task.result() for task in tasks]
