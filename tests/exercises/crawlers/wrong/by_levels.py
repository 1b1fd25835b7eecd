# fails: total
# says: are enough
import asyncio
from web import links_of


async def crawl(first, workers):
    seen, level = {first}, [first]
    while level:
        found = []
        for start in range(0, len(level), workers):
            found += await asyncio.gather(*map(links_of, level[start : start + workers]))
            await asyncio.sleep(0.1)
        level = sorted({link for links in found for link in links} - seen)
        seen.update(level)
    return sorted(seen)
