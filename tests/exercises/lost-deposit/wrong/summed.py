# fails: calls
# says: stored by itself
import asyncio
from bank import load, store


async def deposit_all(amounts):
    balance = await load()
    await store(balance + sum(amounts))
    return await load()
