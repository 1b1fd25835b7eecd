import asyncio

from archive import save


async def save_all(names):
    outcomes = await asyncio.gather(*(save(name) for name in names), return_exceptions=True)
    return {name: str(outcome) if outcome else "saved" for name, outcome in zip(names, outcomes)}


if __name__ == "__main__":
    print(asyncio.run(save_all(["letter", "photo", "film"])))
