import asyncio
from web import links_of


async def crawl(first, workers):
    permits, seen = asyncio.Semaphore(workers), set()

    async def visit(page, group):
        async with permits:
            links = await links_of(page)
        for link in links:
            start(link, group)

    def start(page, group):
        if page not in seen:
            seen.add(page)
            group.create_task(visit(page, group))

    async with asyncio.TaskGroup() as group:
        start(first, group)
    return list(seen)
