import asyncio
from news import is_open, read


async def follow(items):
    while is_open():
        try:
            item = await read()
        except asyncio.CancelledError:
            raise
        except BaseException:
            item = "failed"
        items.append(item)
