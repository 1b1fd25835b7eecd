# fails: together
# says: Never two transfers
import asyncio
from desk import START, balances, move, reserve


async def settle(transfers):
    for source, target, euros in transfers:
        await reserve(source)
        await move(source, target, euros)
    return {account: balances.get(account, START) for transfer in transfers for account in transfer[:2]}
