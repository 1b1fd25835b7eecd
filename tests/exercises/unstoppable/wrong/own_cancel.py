# fails: honest
# says: asyncio
import asyncio
from news import is_open, read

asyncio.wait = None


async def follow(items):
    while is_open():
        items.append(await read())
