import asyncio
import scanner


class Equipe:
    def __init__(self, nombre):
        self.libres = nombre
        self.change = asyncio.Condition()

    async def examiner(self, piece):
        async with self.change:
            await self.change.wait_for(lambda: self.libres > 0)
            self.libres -= 1
        resultat = await scanner.scan(piece)
        async with self.change:
            self.libres += 1
            self.change.notify()
        return resultat


async def scan_all(rooms, most):
    equipe = Equipe(most)
    return list(await asyncio.gather(*[equipe.examiner(piece) for piece in rooms]))
