# fails: total
# says: are enough
import asyncio
from scanner import scan


async def scan_all(rooms, most):
    found = []
    for first in range(0, len(rooms), most):
        found += await asyncio.gather(*(scan(room) for room in rooms[first : first + most]))
    return found
