import asyncio
import mail


class Facteur:
    def __init__(self):
        self.courrier = []
        self.tache = asyncio.create_task(self.relever())

    async def relever(self):
        lettre = await mail.next_letter()
        while lettre is not None:
            self.courrier.append(lettre)
            lettre = await mail.next_letter()
        return self.courrier


async def sort_mail():
    facteur = Facteur()
    await mail.deliver()
    return await facteur.tache
