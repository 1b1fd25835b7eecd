# fails: starts
# says: before
import asyncio
from library import look_up


async def answer_all(questions):
    words = list(dict.fromkeys(word for _, word in questions))
    meanings = dict(zip(words, await asyncio.gather(*(look_up(word) for word in words))))

    async def answer(seconds, word):
        await asyncio.sleep(seconds)
        return meanings[word]

    return list(await asyncio.gather(*(answer(*question) for question in questions)))
