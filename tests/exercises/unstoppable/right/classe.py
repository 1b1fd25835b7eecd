import contextlib
import news


class Lecteur:
    def __init__(self, elements):
        self.elements = elements

    async def lire(self):
        element = "failed"
        with contextlib.suppress(OSError):
            element = await news.read()
        self.elements.append(element)


async def follow(items):
    lecteur = Lecteur(items)
    while news.is_open():
        await lecteur.lire()
