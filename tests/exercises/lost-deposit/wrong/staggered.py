# fails: result
import asyncio
from bank import load, store


async def deposit_all(amounts):
    async def deposit(amount, delay):
        await asyncio.sleep(delay)
        balance = await load()
        await store(balance + amount)

    await asyncio.gather(*(deposit(amount, 0.75 * place) for place, amount in enumerate(amounts)))
    return await load()
