# fails: together
# says: At most 1
import asyncio
from scanner import scan


async def scan_all(rooms, most):
    return [await scan(room) for room in rooms]
