import asyncio
import door


class Boutique:
    def __init__(self, delai):
        self.delai = delai
        self.services = set()

    async def ouvrir(self):
        while True:
            client = await door.next_client()
            self.services.add(asyncio.create_task(door.attend(client), name=client))

    async def fermer(self):
        limite = asyncio.get_running_loop().time() + self.delai
        for service in list(self.services):
            reste = max(0, limite - asyncio.get_running_loop().time())
            try:
                await asyncio.wait_for(service, reste)
            except TimeoutError:
                pass


async def serve(grace):
    boutique = Boutique(grace)
    try:
        await boutique.ouvrir()
    finally:
        await boutique.fermer()
