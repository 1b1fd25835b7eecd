import asyncio
import home


class Cuisine:
    def __init__(self):
        self.eau = asyncio.ensure_future(home.boil())
        self.grille_pain = asyncio.Lock()

    async def tartine(self, tranche):
        async with self.grille_pain:
            return await home.toast(tranche)


async def breakfast(slices):
    cuisine = Cuisine()
    tartines = await asyncio.gather(*(cuisine.tartine(tranche) for tranche in slices))
    return (await cuisine.eau, list(tartines))
