# fails: at_most
import asyncio
from scanner import scan


async def scan_all(rooms, most):
    permits = asyncio.Semaphore(most + 1)

    async def one(room):
        async with permits:
            return await scan(room)

    return list(await asyncio.gather(*(one(room) for room in rooms)))
