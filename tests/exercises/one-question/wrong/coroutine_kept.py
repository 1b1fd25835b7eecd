# fails: runs
# says: RuntimeError
import asyncio
from library import look_up


async def answer_all(questions):
    known = {}

    async def answer(seconds, word):
        await asyncio.sleep(seconds)
        if word not in known:
            known[word] = look_up(word)
        return await known[word]

    return list(await asyncio.gather(*(answer(*question) for question in questions)))
