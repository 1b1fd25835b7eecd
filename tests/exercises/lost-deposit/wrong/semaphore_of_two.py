# fails: result
import asyncio
from bank import load, store


async def deposit_all(amounts):
    permit = asyncio.Semaphore(2)

    async def deposit(amount):
        async with permit:
            balance = await load()
            await store(balance + amount)

    await asyncio.gather(*(deposit(amount) for amount in amounts))
    return await load()
