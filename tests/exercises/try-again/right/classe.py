import asyncio
import random
import line


class Essais:
    limites = [(0.5, 0.75), (1.0, 1.5), (2.0, 3.0)]

    def __init__(self, page):
        self.page = page

    async def __call__(self):
        for limite in self.limites + [None]:
            try:
                return await line.fetch(self.page)
            except ConnectionError:
                if limite:
                    await asyncio.sleep(random.uniform(*limite))
        return "given up"


async def fetch_all(pages):
    return list(await asyncio.gather(*(Essais(page)() for page in pages)))
