# fails: calls
# says: never called
import asyncio
from bank import load, store


async def deposit_all(amounts):
    return await load() + sum(amounts)
