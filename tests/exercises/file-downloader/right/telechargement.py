# En français, avec une classe et as_completed.
import asyncio


class Téléchargement:
    def __init__(self, nom, taille, allure):
        self.nom = nom
        self.durée = taille * allure

    async def avancer(self):
        boucle = asyncio.get_running_loop()
        début = boucle.time()
        for dixième in range(1, 11):
            await asyncio.sleep(début + self.durée * dixième / 10 - boucle.time())
            print(f"{self.nom} {dixième}0%")
        return self.nom, boucle.time() - début


async def download_all(files, pace):
    bilan = {}
    for fini in asyncio.as_completed([Téléchargement(*fichier, pace).avancer() for fichier in files]):
        nom, durée = await fini
        bilan[nom] = durée
    return bilan
