# fails: total
# says: are enough
import asyncio
from service import call


async def call_all(numbers, most, window):
    answers = []
    for number in numbers:
        answers.append(await call(number))
        await asyncio.sleep(window / most)
    return answers
