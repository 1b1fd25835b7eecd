# fails: result
import asyncio
from library import look_up


async def answer_all(questions):
    known = {}

    async def answer(seconds, word):
        await asyncio.sleep(seconds)
        if word not in known:
            known[word] = asyncio.create_task(look_up(word))
        return await known[word]

    return [await one for one in asyncio.as_completed([answer(*question) for question in reversed(questions)])]
