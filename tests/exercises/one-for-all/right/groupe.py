import asyncio
import forecast


class Bulletin:
    def __init__(self, limite):
        self.limite = limite
        self.reponses = {}

    async def demander(self, ville):
        self.reponses[ville] = "no answer"
        try:
            async with asyncio.timeout(self.limite):
                self.reponses[ville] = await forecast.ask(ville)
        except TimeoutError:
            pass


async def report(cities, limit):
    bulletin = Bulletin(limit)
    async with asyncio.TaskGroup() as groupe:
        for ville in cities:
            groupe.create_task(bulletin.demander(ville))
    return bulletin.reponses
