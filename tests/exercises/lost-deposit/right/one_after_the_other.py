import asyncio
from bank import load, store


async def deposit_all(amounts):
    for amount in amounts:
        balance = await load()
        await store(balance + amount)
    return await load()
