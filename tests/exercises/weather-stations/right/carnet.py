# En français : un carnet rempli au fil des réponses, et un délai autour du groupe.
import asyncio
from stations import ask as demander


class Carnet:
    def __init__(self, stations):
        self.lignes = {station: "too late" for station in stations}

    async def noter(self, station):
        try:
            self.lignes[station] = await demander(station)
        except ConnectionError:
            self.lignes[station] = "down"

    async def remplir(self, délai):
        try:
            async with asyncio.timeout(délai):
                async with asyncio.TaskGroup() as groupe:
                    for station in self.lignes:
                        groupe.create_task(self.noter(station))
        except TimeoutError:
            pass
        return self.lignes


async def report(stations, limit):
    return await Carnet(stations).remplir(limit)
