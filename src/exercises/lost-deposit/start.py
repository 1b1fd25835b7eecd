import asyncio

from bank import load, store


async def deposit(amount):
    """Adds an amount to the balance."""
    balance = await load()
    await store(balance + amount)


async def deposit_all(amounts):
    """Deposits all amounts, which come in at the same time; returns the balance at the end."""
    await asyncio.gather(*(deposit(amount) for amount in amounts))
    return await load()


if __name__ == "__main__":
    print(asyncio.run(deposit_all([10, 20, 30])))
