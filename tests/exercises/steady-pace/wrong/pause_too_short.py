# fails: rate
import asyncio
from service import call


async def call_all(numbers, most, window):
    tasks = []
    for number in numbers:
        tasks.append(asyncio.create_task(call(number)))
        await asyncio.sleep(window / (most + 1))
    return [await task for task in tasks]
