# fails: calls
# says: never called
import asyncio
from press import heartbeat, print_page


async def publish(pages):
    heart = asyncio.create_task(heartbeat())
    try:
        await asyncio.sleep(3.5)
        return [f"{page}, printed" for page in pages]
    finally:
        heart.cancel()
