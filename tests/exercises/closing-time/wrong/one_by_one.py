# fails: calls
import asyncio
from door import attend, next_client


async def serve(grace):
    while True:
        await attend(await next_client())
