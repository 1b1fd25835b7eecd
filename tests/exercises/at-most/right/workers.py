import asyncio
from scanner import scan


async def scan_all(rooms, most):
    queue = asyncio.Queue()
    for place, room in enumerate(rooms):
        queue.put_nowait((place, room))
    found = [None] * len(rooms)

    async def worker():
        while not queue.empty():
            place, room = queue.get_nowait()
            found[place] = await scan(room)

    await asyncio.gather(*(worker() for _ in range(most)))
    return found
