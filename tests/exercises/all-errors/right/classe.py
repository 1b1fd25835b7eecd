import asyncio
import sites as parc


class Panne(ExceptionGroup):
    pass


class Controle:
    def __init__(self):
        self.pannes = []
        self.etats = {}

    async def controler(self, site):
        try:
            self.etats[site] = await parc.check(site)
        except Exception as panne:
            self.pannes.append(panne)


async def check_all(sites):
    controle = Controle()
    for fin in asyncio.as_completed([controle.controler(site) for site in sites]):
        await fin
    if controle.pannes:
        raise Panne("en panne", controle.pannes)
    return [controle.etats[site] for site in sites]
