# fails: at_most
import asyncio
from scanner import scan


async def scan_all(rooms, most):
    async def one(room):
        async with asyncio.Semaphore(most):
            return await scan(room)

    return list(await asyncio.gather(*(one(room) for room in rooms)))
