import asyncio

from desk import START, balances, move, reserve


async def transfer(locks, source, target, euros):
    """Moves money from one account to another, with both locked."""
    async with locks[source]:
        await reserve(source)
        async with locks[target]:
            await move(source, target, euros)


async def settle(transfers):
    """Makes all transfers (source, target, euros) at the same time; returns the balances."""
    accounts = {account for transfer in transfers for account in transfer[:2]}
    locks = {account: asyncio.Lock() for account in accounts}
    await asyncio.gather(*(transfer(locks, *one) for one in transfers))
    return {account: balances.get(account, START) for account in accounts}


if __name__ == "__main__":
    print(asyncio.run(settle([("Lima", "Oslo", 10), ("Oslo", "Lima", 5), ("Rome", "Nice", 20)])))
