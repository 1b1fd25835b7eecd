import asyncio
import bakery


class Fournee:
    def __init__(self, commandes):
        self.taches = [(commande, asyncio.create_task(bakery.bake(commande))) for commande in commandes]
        self.bons, self.rates = [], {}

    async def bilan(self):
        for commande, tache in self.taches:
            try:
                self.bons.append(await tache)
            except ValueError as erreur:
                self.rates[commande] = str(erreur)

    def afficher(self):
        for commande, _ in self.taches:
            print(f"{commande} failed: {self.rates[commande]}" if commande in self.rates else f"{commande} worked")


async def bake_all(orders):
    fournee = Fournee(orders)
    await fournee.bilan()
    fournee.afficher()
    return dict(good=fournee.bons, bad=fournee.rates)
