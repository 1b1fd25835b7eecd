import asyncio
import disk


class Ecriture:
    def __init__(self, nom):
        self.tache = asyncio.create_task(disk.write(nom))

    async def __aenter__(self):
        return self

    async def __aexit__(self, *erreur):
        if not self.tache.done():
            await self.tache

    async def attendre(self):
        await asyncio.shield(self.tache)


async def save(names):
    for nom in names:
        async with Ecriture(nom) as ecriture:
            await ecriture.attendre()
