import asyncio
import trip


class Demande:
    def __init__(self, bureau, delai):
        self.tache = asyncio.create_task(bureau())
        asyncio.get_running_loop().call_later(delai, self.tache.cancel)

    async def reponse(self):
        try:
            return await self.tache
        except asyncio.CancelledError:
            return "too late"


async def plan(limits):
    bureaux = (trip.flight, trip.hotel, trip.car)
    demandes = [Demande(bureau, delai) for bureau, delai in zip(bureaux, limits)]
    return [await demande.reponse() for demande in demandes]
