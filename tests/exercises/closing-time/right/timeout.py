import asyncio
from door import attend, next_client


async def serve(grace):
    tasks = set()
    try:
        while True:
            client = await next_client()
            tasks.add(asyncio.ensure_future(attend(client)))
    finally:
        try:
            async with asyncio.timeout(grace):
                await asyncio.gather(*tasks, return_exceptions=True)
        except TimeoutError:
            pass
