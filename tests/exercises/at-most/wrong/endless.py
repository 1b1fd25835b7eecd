# fails: runs
# says: endless loop
import asyncio
from scanner import scan


async def scan_all(rooms, most):
    while len(rooms) > most:
        pass
    return [await scan(room) for room in rooms]
