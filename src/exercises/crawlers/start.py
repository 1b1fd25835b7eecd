import asyncio

from web import links_of


async def crawl(first, workers):
    """Visits every page that can be reached from the first one, each once; returns their names."""
    queue, seen = asyncio.Queue(), {first}
    queue.put_nowait(first)
    while not queue.empty():
        for link in await links_of(queue.get_nowait()):
            if link not in seen:
                seen.add(link)
                queue.put_nowait(link)
    return sorted(seen)


if __name__ == "__main__":
    print(asyncio.run(crawl("home", 2)))
