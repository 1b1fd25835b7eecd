# fails: runs
# says: RuntimeError
import asyncio
import functools
from library import look_up


async def answer_all(questions):
    ask = functools.lru_cache(look_up)

    async def answer(seconds, word):
        await asyncio.sleep(seconds)
        return await ask(word)

    return list(await asyncio.gather(*(answer(*question) for question in questions)))
