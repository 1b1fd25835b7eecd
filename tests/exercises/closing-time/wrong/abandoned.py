# fails: calls
import asyncio
from door import attend, next_client


async def serve(grace):
    tasks = []
    while True:
        tasks.append(asyncio.create_task(attend(await next_client())))
