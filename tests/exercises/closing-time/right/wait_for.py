import asyncio
from door import next_client, attend
async def serve(grace):
    tasks = set()
    try:
        while True:
            tasks.add(asyncio.create_task(attend(await next_client())))
    finally:
        try:
            await asyncio.wait_for(asyncio.gather(*tasks), grace)
        except TimeoutError:
            await asyncio.gather(*tasks, return_exceptions=True)
