# fails: result
import asyncio
from door import attend, next_client


async def serve(grace):
    tasks = []
    try:
        while True:
            tasks.append(asyncio.create_task(attend(await next_client())))
    finally:
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=grace)
            if late:
                await asyncio.wait(late)
