import asyncio
import library


class Cache:
    def __init__(self):
        self.evenements = {}
        self.reponses = {}

    async def obtenir(self, mot):
        if mot in self.evenements:
            await self.evenements[mot].wait()
        else:
            self.evenements[mot] = asyncio.Event()
            self.reponses[mot] = await library.look_up(mot)
            self.evenements[mot].set()
        return self.reponses[mot]


async def answer_all(questions):
    cache = Cache()

    async def lecteur(secondes, mot):
        await asyncio.sleep(secondes)
        return await cache.obtenir(mot)

    return list(await asyncio.gather(*[lecteur(s, mot) for s, mot in questions]))
