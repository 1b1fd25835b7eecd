import asyncio
import sensors as serre


class Serre:
    def __init__(self):
        self.degres = {}

    async def lire(self, capteur):
        self.degres[capteur] = await serre.read(capteur)

    def plus_chaud(self):
        return max(self.degres, key=self.degres.get)


async def warmest(sensors):
    releve = Serre()
    await asyncio.wait([asyncio.create_task(releve.lire(capteur)) for capteur in sensors])
    return releve.plus_chaud()
