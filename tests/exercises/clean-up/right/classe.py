import workshop


class Machine:
    def __init__(self, nom):
        self.nom = nom

    async def __aenter__(self):
        await workshop.switch_on(self.nom)
        return self

    async def __aexit__(self, *erreur):
        await workshop.switch_off(self.nom)

    async def travailler(self):
        await workshop.work(self.nom)


async def use(machines):
    for nom in machines:
        async with Machine(nom) as machine:
            await machine.travailler()
