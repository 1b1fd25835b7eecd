# fails: cancelled
# says: keeps it to itself
import asyncio
from door import attend, next_client


async def serve(grace):
    tasks = []
    try:
        while True:
            tasks.append(asyncio.create_task(attend(await next_client())))
    except asyncio.CancelledError:
        _, late = await asyncio.wait(tasks, timeout=grace)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)
