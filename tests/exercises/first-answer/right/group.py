import asyncio
from mirrors import ask
class Gagné(Exception):
    pass
async def fastest(mirrors):
    réponses = []
    async def un(m):
        try:
            r = await ask(m)
        except ConnectionError:
            return
        réponses.append(r)
        raise Gagné
    try:
        async with asyncio.TaskGroup() as g:
            for m in mirrors:
                g.create_task(un(m))
    except* Gagné:
        pass
    return réponses[0]
