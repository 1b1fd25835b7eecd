# fails: calls
# says: never called
import asyncio
from web import links_of


async def crawl(first, workers):
    import web
    await asyncio.sleep(2)
    return sorted(web.LINKS)
