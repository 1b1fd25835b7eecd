import asyncio
from news import is_open, read


async def follow(items):
    while is_open():
        try:
            items.append(await read())
        except Exception:
            items.append("failed")
