import asyncio
from door import attend, next_client


async def serve(grace):
    tasks = []
    try:
        while True:
            tasks.append(asyncio.create_task(attend(await next_client())))
    except asyncio.CancelledError:
        open_tasks = [task for task in tasks if not task.done()]
        if open_tasks:
            await asyncio.wait(open_tasks, timeout=grace)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
