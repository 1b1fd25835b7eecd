# fails: result
import asyncio
from mirrors import ask


async def fastest(mirrors):
    tasks = [asyncio.create_task(ask(mirror), name=mirror) for mirror in mirrors]
    answer = None
    for task in asyncio.as_completed(tasks):
        try:
            answer = await task
        except ConnectionError:
            pass
    return answer
