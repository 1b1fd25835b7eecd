# fails: runs
# says: does not come to an end
import asyncio
from web import links_of


async def crawl(first, workers):
    queue, seen = asyncio.Queue(), {first}
    queue.put_nowait(first)

    async def worker():
        while True:
            page = await queue.get()
            for link in await links_of(page):
                seen.add(link)
                queue.put_nowait(link)
            queue.task_done()

    tasks = [asyncio.create_task(worker(), name=f"worker {number}") for number in range(workers)]
    await queue.join()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return sorted(seen)
