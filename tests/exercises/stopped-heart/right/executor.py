import asyncio
from concurrent.futures import ThreadPoolExecutor

from press import heartbeat, print_page


async def publish(pages):
    heart = asyncio.create_task(heartbeat())
    try:
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(max_workers=1) as pool:
            return [await loop.run_in_executor(pool, print_page, page) for page in pages]
    finally:
        heart.cancel()
