import asyncio
from mail import deliver, next_letter


async def collect(seen):
    while (letter := await next_letter()) is not None:
        seen.append(letter)


async def sort_mail():
    lettres, taches = [], set()
    tache = asyncio.create_task(collect(lettres))
    taches.add(tache)
    tache.add_done_callback(taches.discard)
    await deliver()
    while taches:
        await asyncio.wait(taches)
    return lettres
