# fails: calls
# says: never called
import asyncio
from press import heartbeat, print_page


async def publish(pages):
    heart = asyncio.create_task(heartbeat())
    try:
        return [asyncio.to_thread(print_page, page) for page in pages]
    finally:
        heart.cancel()
