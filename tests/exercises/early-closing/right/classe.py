import asyncio
import office


class Bureau:
    def __init__(self, objets):
        self.objets = list(objets)
        self.faits = set()

    async def employe(self):
        while self.objets:
            self.faits.add(await office.stamp(self.objets.pop(0)))


async def process(items):
    bureau = Bureau(items)
    await asyncio.gather(*[bureau.employe() for _ in range(office.CLERKS)])
    return list(bureau.faits)
