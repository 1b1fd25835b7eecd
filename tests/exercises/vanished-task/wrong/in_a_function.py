# fails: no_error_lost
# says: garbage collector
import asyncio
from mail import deliver, next_letter


async def collect(seen):
    while (letter := await next_letter()) is not None:
        seen.append(letter)


async def sort_mail():
    def start(seen):
        task = asyncio.create_task(collect(seen))
        task.set_name("collector")

    seen = []
    start(seen)
    await deliver()
    return seen
