# fails: result
import asyncio
from scanner import scan


async def scan_all(rooms, most):
    permits = asyncio.Semaphore(most)

    async def one(room):
        async with permits:
            return await scan(room)

    return [await task for task in asyncio.as_completed([one(room) for room in rooms])]
