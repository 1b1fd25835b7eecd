import asyncio
from service import call


async def call_all(numbers, most, window):
    answers = []
    tasks = []
    for place, number in enumerate(numbers):
        if place and place % most == 0:
            await asyncio.sleep(window)
        tasks.append(asyncio.ensure_future(call(number)))
    for task in tasks:
        answers.append(await task)
    return answers
