# fails: no_task_left
# says: heart
import asyncio
from press import heartbeat, print_page


async def publish(pages):
    asyncio.create_task(heartbeat(), name="heart")
    return [await asyncio.to_thread(print_page, page) for page in pages]
