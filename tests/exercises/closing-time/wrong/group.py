# fails: calls
# says: though there was time
import asyncio
from door import attend, next_client


async def serve(grace):
    async with asyncio.TaskGroup() as group:
        while True:
            group.create_task(attend(await next_client()))
