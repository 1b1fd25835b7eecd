import asyncio

from bank import load, store


async def deposit(amount, lock):
    """Adds an amount to the balance."""
    async with lock:
        balance = await load()
        await store(balance + amount)


async def deposit_all(amounts):
    """Deposits all amounts, which come in at the same time; returns the balance at the end."""
    lock = asyncio.Lock()
    await asyncio.gather(*(deposit(amount, lock) for amount in amounts))
    return await load()


if __name__ == "__main__":
    print(asyncio.run(deposit_all([10, 20, 30])))
