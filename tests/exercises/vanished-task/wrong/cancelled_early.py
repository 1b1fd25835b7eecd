# fails: result
import asyncio
from mail import deliver, next_letter


async def collect(seen):
    while (letter := await next_letter()) is not None:
        seen.append(letter)


async def sort_mail():
    seen = []
    task = asyncio.create_task(collect(seen))
    await asyncio.sleep(0)
    task.cancel()
    await deliver()
    return seen
