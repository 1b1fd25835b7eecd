import asyncio
import archive


class Rapport:
    def __init__(self):
        self.lignes = {}

    async def essayer(self, nom):
        try:
            await archive.save(nom)
        except Exception as erreur:
            self.lignes[nom] = f"{erreur}"
        else:
            self.lignes[nom] = "saved"


async def save_all(names):
    rapport = Rapport()
    for prochaine in asyncio.as_completed([rapport.essayer(nom) for nom in names]):
        await prochaine
    return rapport.lignes
