# fails: total
# says: are enough
import asyncio
from service import call


async def call_all(numbers, most, window):
    answers = []
    for first in range(0, len(numbers), most):
        answers += await asyncio.gather(*(call(number) for number in numbers[first : first + most]))
        await asyncio.sleep(window)
    return answers
