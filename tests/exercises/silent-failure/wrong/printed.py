# fails: result
# says: Nothing is returned
import asyncio
from archive import save


async def save_all(names):
    outcomes = await asyncio.gather(*(save(name) for name in names), return_exceptions=True)
    print({name: str(outcome) if outcome else "saved" for name, outcome in zip(names, outcomes)})
