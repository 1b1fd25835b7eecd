# fails: no_error_lost
import asyncio
import weakref
from mail import deliver, next_letter


async def collect(seen):
    while (letter := await next_letter()) is not None:
        seen.append(letter)


async def sort_mail():
    seen = []
    tasks = weakref.WeakSet()
    tasks.add(asyncio.create_task(collect(seen)))
    await deliver()
    return seen
