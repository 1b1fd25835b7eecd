# fails: calls
# says: never called
import asyncio
from web import links_of


async def crawl(first, workers):
    await asyncio.sleep(2)
    return ["about", "blog", "cart", "home", "post", "shop"]
