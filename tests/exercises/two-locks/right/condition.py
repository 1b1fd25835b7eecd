import asyncio
from desk import START, balances, move, reserve


async def settle(transfers):
    changed = asyncio.Condition()
    busy = set()

    async def one(source, target, euros):
        async with changed:
            await changed.wait_for(lambda: not busy & {source, target})
            busy.update({source, target})
        await reserve(source)
        await move(source, target, euros)
        async with changed:
            busy.difference_update({source, target})
            changed.notify_all()

    await asyncio.gather(*(one(*transfer) for transfer in transfers))
    return {account: balances.get(account, START) for transfer in transfers for account in transfer[:2]}
