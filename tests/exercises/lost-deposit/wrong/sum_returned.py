# fails: result
import asyncio
from bank import load, store


async def deposit_all(amounts):
    async def deposit(amount):
        balance = await load()
        await store(balance + amount)

    await asyncio.gather(*(deposit(amount) for amount in amounts))
    return sum(amounts)
