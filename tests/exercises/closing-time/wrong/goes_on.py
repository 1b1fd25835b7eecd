# fails: calls
import asyncio
from door import attend, next_client


async def serve(grace):
    tasks = []
    for _ in range(2):
        try:
            while True:
                tasks.append(asyncio.create_task(attend(await next_client())))
        except asyncio.CancelledError:
            break
