import asyncio
import service


class Cadence:
    def __init__(self, nombre, duree):
        self.ecart = duree / nombre
        self.rang = 0

    async def appeler(self, nombre):
        attente = self.rang * self.ecart
        self.rang += 1
        await asyncio.sleep(attente)
        return await service.call(nombre)


async def call_all(numbers, most, window):
    cadence = Cadence(most, window)
    return list(await asyncio.gather(*map(cadence.appeler, numbers)))
