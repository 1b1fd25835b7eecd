# fails: starts
# says: begins at
import asyncio
from library import look_up


async def answer_all(questions):
    known, lock = {}, asyncio.Lock()

    async def answer(seconds, word):
        await asyncio.sleep(seconds)
        async with lock:
            if word not in known:
                known[word] = await look_up(word)
            return known[word]

    return list(await asyncio.gather(*(answer(*question) for question in questions)))
