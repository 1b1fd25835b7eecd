# fails: runs
# says: nobody will ever
import asyncio
from desk import START, balances, move, reserve


async def settle(transfers):
    locks = {account: asyncio.Lock() for transfer in transfers for account in transfer[:2]}

    async def one(source, target, euros):
        async with locks[target]:
            await reserve(target)
            async with locks[source]:
                await move(source, target, euros)

    await asyncio.gather(*(one(*transfer) for transfer in transfers))
    return {account: balances.get(account, START) for transfer in transfers for account in transfer[:2]}
