# fails: result
# says: The diary says
import asyncio
from door import attend, next_client


async def serve(grace):
    tasks = []
    try:
        while True:
            tasks.append(asyncio.create_task(attend(await next_client())))
    finally:
        await asyncio.gather(*tasks)
