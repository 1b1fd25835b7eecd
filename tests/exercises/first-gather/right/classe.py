# En français, avec une classe.
import asyncio
from kitchen import cook as cuisiner


class Cuisine:
    def __init__(self, plats):
        self.plats = plats
        self.prêts = {}

    async def préparer(self, rang, plat):
        self.prêts[rang] = await cuisiner(plat)

    async def servir(self):
        tâches = [asyncio.create_task(self.préparer(rang, plat)) for rang, plat in enumerate(self.plats)]
        for tâche in tâches:
            await tâche
        return [self.prêts[rang] for rang in range(len(self.plats))]


async def serve(dishes):
    return await Cuisine(dishes).servir()
