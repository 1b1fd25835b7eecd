import asyncio
from desk import START, balances, move, reserve


async def settle(transfers):
    numbers = {}
    for source, target, _ in transfers:
        numbers.setdefault(source, len(numbers))
        numbers.setdefault(target, len(numbers))
    locks = [asyncio.Lock() for _ in numbers]

    async def one(source, target, euros):
        low, high = sorted((numbers[source], numbers[target]))
        async with locks[low], locks[high]:
            await reserve(source)
            await move(source, target, euros)

    async with asyncio.TaskGroup() as group:
        for transfer in transfers:
            group.create_task(one(*transfer))
    return {account: balances.get(account, START) for transfer in transfers for account in transfer[:2]}
