# fails: not_blocked
# says: the heart stands still
import asyncio
from press import heartbeat, print_page


async def printed(page):
    return print_page(page)


async def publish(pages):
    heart = asyncio.create_task(heartbeat())
    try:
        await asyncio.sleep(0)
        return list(await asyncio.gather(*(printed(page) for page in pages)))
    finally:
        heart.cancel()
