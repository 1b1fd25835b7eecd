import asyncio
import bank


class Compte:
    def __init__(self):
        self.verrou = asyncio.Lock()

    async def deposer(self, montant):
        await self.verrou.acquire()
        try:
            solde = await bank.load()
            await bank.store(solde + montant)
        finally:
            self.verrou.release()


async def deposit_all(amounts):
    compte = Compte()
    await asyncio.wait([asyncio.ensure_future(compte.deposer(montant)) for montant in amounts])
    return await bank.load()
