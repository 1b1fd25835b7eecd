import asyncio
from bank import load, store


async def deposit_all(amounts):
    permit = asyncio.Semaphore(1)

    async def deposit(amount):
        async with permit:
            await store(await load() + amount)

    async with asyncio.TaskGroup() as group:
        for amount in amounts:
            group.create_task(deposit(amount))
    return await load()
