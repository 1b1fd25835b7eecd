# fails: beats
# says: never called
import asyncio
from press import print_page


async def publish(pages):
    return [await asyncio.to_thread(print_page, page) for page in pages]
