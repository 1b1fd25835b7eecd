import asyncio
import museum


class Guichet:
    def __init__(self, places):
        self.places = asyncio.BoundedSemaphore(places)

    async def telecharger(self, image):
        await self.places.acquire()
        try:
            return await museum.fetch(image)
        finally:
            self.places.release()


async def download(pictures):
    guichet = Guichet(museum.AT_ONCE)
    taches = [asyncio.create_task(guichet.telecharger(image)) for image in pictures]
    return [await tache for tache in taches]
