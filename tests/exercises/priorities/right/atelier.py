# En français : un atelier, dont la condition appelle le travail le plus urgent.
import asyncio
from jobs import run as exécuter


class Atelier:
    def __init__(self, places):
        self.libres = places
        self.attente = []
        self.condition = asyncio.Condition()

    async def faire(self, travail, rang):
        async with self.condition:
            self.attente.append(rang)
            await self.condition.wait_for(lambda: self.libres and min(self.attente) == rang)
            self.attente.remove(rang)
            self.libres -= 1
            self.condition.notify_all()
        bilan = await exécuter(travail)
        async with self.condition:
            self.libres += 1
            self.condition.notify_all()
        return travail, bilan


async def run_all(jobs, most):
    atelier = Atelier(most)
    ordre = sorted(range(len(jobs)), key=lambda place: (jobs[place][1], place))
    tâches = [atelier.faire(jobs[place][0], rang) for rang, place in enumerate(ordre)]
    return dict(await asyncio.gather(*tâches))
