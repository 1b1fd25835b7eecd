import asyncio
from library import look_up
async def answer_all(questions):
    first = {}
    for after, word in questions:
        first[word] = min(after, first.get(word, after))
    async def ask(word):
        await asyncio.sleep(first[word])
        return await look_up(word)
    tasks = {w: asyncio.create_task(ask(w)) for w in first}
    async def reader(after, word):
        await asyncio.sleep(after)
        return await tasks[word]
    return await asyncio.gather(*(reader(*q) for q in questions))
