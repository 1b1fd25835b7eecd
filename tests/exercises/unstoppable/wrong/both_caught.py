# fails: cancelled
# says: goes on
import asyncio
from news import is_open, read


async def follow(items):
    while is_open():
        try:
            items.append(await read())
        except (ConnectionError, asyncio.CancelledError):
            items.append("failed")
