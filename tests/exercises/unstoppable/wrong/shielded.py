# fails: no_task_left
import asyncio
from news import is_open, read


async def follow(items):
    while is_open():
        try:
            items.append(await asyncio.shield(read()))
        except ConnectionError:
            items.append("failed")
