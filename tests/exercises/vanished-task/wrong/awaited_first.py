# fails: runs
# says: nobody will ever
import asyncio
from mail import deliver, next_letter


async def collect(seen):
    while (letter := await next_letter()) is not None:
        seen.append(letter)


async def sort_mail():
    seen = []
    await collect(seen)
    await deliver()
    return seen
