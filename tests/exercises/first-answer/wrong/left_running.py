# fails: no_task_left
import asyncio
from mirrors import ask


async def fastest(mirrors):
    tasks = [asyncio.create_task(ask(mirror), name=mirror) for mirror in mirrors]
    for task in asyncio.as_completed(tasks):
        try:
            return await task
        except ConnectionError:
            pass
