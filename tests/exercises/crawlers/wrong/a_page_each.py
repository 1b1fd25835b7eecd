# fails: at_most
import asyncio
from web import links_of


async def crawl(first, workers):
    seen = {first}

    async def visit(page):
        new = [link for link in await links_of(page) if link not in seen]
        seen.update(new)
        await asyncio.gather(*map(visit, new))

    await visit(first)
    return sorted(seen)
