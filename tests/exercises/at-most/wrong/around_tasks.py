# fails: at_most
import asyncio
from scanner import scan


async def scan_all(rooms, most):
    permits = asyncio.Semaphore(most)
    tasks = []
    for room in rooms:
        async with permits:
            tasks.append(asyncio.create_task(scan(room)))
    return [await task for task in tasks]
