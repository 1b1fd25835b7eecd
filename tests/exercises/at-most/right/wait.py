import asyncio
from scanner import scan


async def scan_all(rooms, most):
    busy, tasks = set(), []
    for room in rooms:
        while len(busy) >= most:
            _, busy = await asyncio.wait(busy, return_when=asyncio.FIRST_COMPLETED)
        task = asyncio.create_task(scan(room))
        busy.add(task)
        tasks.append(task)
    return [await task for task in tasks]
