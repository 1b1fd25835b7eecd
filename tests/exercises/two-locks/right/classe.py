import asyncio
import contextlib
import desk


class Comptes:
    def __init__(self):
        self.verrous = {}

    @contextlib.asynccontextmanager
    async def tenir(self, *noms):
        async with contextlib.AsyncExitStack() as pile:
            for nom in sorted(noms):
                await pile.enter_async_context(self.verrous.setdefault(nom, asyncio.Lock()))
            yield

    async def virer(self, de, vers, euros):
        async with self.tenir(de, vers):
            await desk.reserve(de)
            await desk.move(de, vers, euros)


async def settle(transfers):
    comptes = Comptes()
    await asyncio.wait([asyncio.create_task(comptes.virer(*virement)) for virement in transfers])
    return {nom: desk.balances.get(nom, desk.START) for nom in comptes.verrous}
