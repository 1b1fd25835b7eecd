# fails: total
import asyncio
from mirrors import ask


async def fastest(mirrors):
    tasks = [asyncio.create_task(ask(mirror), name=mirror) for mirror in mirrors]
    for task in asyncio.as_completed(tasks):
        try:
            answer = await task
            break
        except ConnectionError:
            pass
    for task in tasks:
        task.cancel()
    return answer
