# fails: together
# says: Never two transfers
import asyncio
from desk import START, balances, move, reserve


async def settle(transfers):
    lock = asyncio.Lock()

    async def one(source, target, euros):
        async with lock:
            await reserve(source)
            await move(source, target, euros)

    await asyncio.gather(*(one(*transfer) for transfer in transfers))
    return {account: balances.get(account, START) for transfer in transfers for account in transfer[:2]}
