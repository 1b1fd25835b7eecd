# fails: result
# says: was expected
import asyncio
from press import heartbeat, print_page


async def publish(pages):
    heart = asyncio.create_task(heartbeat())
    try:
        prints = [asyncio.create_task(asyncio.to_thread(print_page, page)) for page in pages]
        return [await one for one in asyncio.as_completed(prints)]
    finally:
        heart.cancel()
