import asyncio
from mail import deliver, next_letter


async def collect(seen):
    while (letter := await next_letter()) is not None:
        seen.append(letter)


async def sort_mail():
    seen = []
    await asyncio.gather(collect(seen), deliver())
    return seen
