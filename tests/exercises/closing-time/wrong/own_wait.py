# fails: honest
# says: asyncio
import asyncio
from door import attend, next_client

asyncio.wait = asyncio.gather


async def serve(grace):
    while True:
        await attend(await next_client())
