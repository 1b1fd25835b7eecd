import asyncio
from scanner import scan


async def scan_all(rooms, most):
    permits = asyncio.BoundedSemaphore(most)

    async def one(room):
        await permits.acquire()
        try:
            return await scan(room)
        finally:
            permits.release()

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(room)) for room in rooms]
    return [task.result() for task in tasks]
