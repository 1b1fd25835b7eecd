import asyncio
from library import look_up
async def answer_all(questions):
    known, events = {}, {}
    async def one(after, word):
        await asyncio.sleep(after)
        if word not in events:
            events[word] = asyncio.Event()
            known[word] = await look_up(word)
            events[word].set()
        await events[word].wait()
        return known[word]
    return list(await asyncio.gather(*(asyncio.create_task(one(*q)) for q in questions)))
