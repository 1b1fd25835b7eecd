# fails: at_most
import asyncio
from scanner import scan


async def scan_all(rooms, most):
    return list(await asyncio.gather(*(scan(room) for room in rooms)))
