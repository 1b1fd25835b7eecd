import asyncio
import collections
import mill


class Moulin:
    def __init__(self, place):
        self.place = place
        self.seaux = collections.deque()
        self.change = asyncio.Condition()

    async def tirer(self, nombre):
        for numero in range(nombre):
            seau = await mill.draw(numero)
            async with self.change:
                await self.change.wait_for(lambda: len(self.seaux) < self.place)
                self.seaux.append(seau)
                self.change.notify_all()

    async def moudre(self, nombre):
        for _ in range(nombre):
            async with self.change:
                await self.change.wait_for(lambda: self.seaux)
                seau = self.seaux.popleft()
                self.change.notify_all()
            yield await mill.grind(seau)


async def run_mill(buckets, room):
    moulin = Moulin(room)
    source = asyncio.create_task(moulin.tirer(buckets))
    farine = [sac async for sac in moulin.moudre(buckets)]
    await source
    return farine
