# fails: calls
# says: called again
import asyncio
from web import links_of


async def crawl(first, workers):
    queue, seen = asyncio.Queue(), []
    queue.put_nowait(first)

    async def worker():
        while True:
            page = await queue.get()
            if page not in seen:
                links = await links_of(page)
                seen.append(page)
                for link in links:
                    queue.put_nowait(link)
            queue.task_done()

    tasks = [asyncio.create_task(worker()) for _ in range(workers)]
    await queue.join()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return sorted(set(seen))
