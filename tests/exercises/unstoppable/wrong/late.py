# fails: result
import asyncio
from news import is_open, read


async def follow(items):
    while is_open():
        try:
            items.append(await read())
        except ConnectionError:
            items.append("failed")
        except asyncio.CancelledError:
            items.append("cancelled")
            raise
