# fails: result
# says: overwrote
import asyncio
from bank import load, store


async def deposit_all(amounts):
    async def deposit(amount):
        async with asyncio.Lock():
            balance = await load()
            await store(balance + amount)

    await asyncio.gather(*(deposit(amount) for amount in amounts))
    return await load()
