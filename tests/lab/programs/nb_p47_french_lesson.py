# %%
import asyncio
import random
import time
random.seed(42)
print('🚀 Bienvenue dans le cours d’asyncio')

# %%
async def dire(nom, delai):
    print(f'⏳ {nom} commence')
    await asyncio.sleep(delai)
    print(f'✅ {nom} a fini')
    return nom.upper()

# %%
debut = time.time()
resultat = await dire('tâche A', 1)
print(f'Résultat : {resultat} en {time.time() - debut:.2f} s')

# %%
debut = time.time()
resultats = await asyncio.gather(dire('B', 2), dire('C', 1), dire('D', 1.5))
print(resultats, f'{time.time() - debut:.1f} s')

# %%
class Station:
    def __init__(self, nom):
        self.nom = nom
        self.mesures = []
    async def mesurer(self):
        await asyncio.sleep(random.uniform(0.5, 1.5))
        valeur = round(random.gauss(20, 5), 1)
        self.mesures.append(valeur)
        if valeur > 22:
            raise ValueError(f'🔥 {self.nom} : {valeur} °C')
        return valeur

# %%
stations = [Station(n) for n in ('Brest', 'Lille', 'Nice')]
for r in await asyncio.gather(*(s.mesurer() for s in stations), return_exceptions=True):
    print('❌' if isinstance(r, Exception) else '🌡️', r)

# %%
try:
    async with asyncio.timeout(0.5):
        await dire('lente', 3)
except TimeoutError:
    print('⏰ trop lent')

# %%
sem = asyncio.Semaphore(2)
async def limite(i):
    async with sem:
        await asyncio.sleep(random.random())
        return i
print(sorted(await asyncio.gather(*(limite(i) for i in range(5)))))

# %%
for nom, t in sorted([(t.get_name(), t) for t in asyncio.all_tasks()]):
    pass
print(random.choices(['🐍', '🦀', '🐹'], k=4), random.randint(1, 100))
