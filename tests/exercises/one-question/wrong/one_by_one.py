# fails: starts
# says: begins at
import asyncio
from library import look_up


async def answer_all(questions):
    known = {}
    answers = []
    for seconds, word in questions:
        await asyncio.sleep(seconds)
        if word not in known:
            known[word] = await look_up(word)
        answers.append(known[word])
    return answers
