# fails: total
# set: 4
import asyncio
from web import links_of
async def crawl(first, workers):
    seen, wave = {first}, [first]
    while wave:
        following = []
        for i in range(0, len(wave), workers):
            for links in await asyncio.gather(*map(links_of, wave[i:i+workers])):
                for l in links:
                    if l not in seen:
                        seen.add(l); following.append(l)
        wave = following
    return list(seen)
