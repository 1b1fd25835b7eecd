# fails: calls
# says: though there was time
import asyncio
from door import attend, next_client


async def serve(grace):
    tasks = []
    try:
        while True:
            tasks.append(asyncio.create_task(attend(await next_client())))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
