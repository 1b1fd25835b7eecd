import asyncio
from web import links_of
async def crawl(first, workers):
    q = asyncio.LifoQueue()
    vus = set()
    async def ouvrier():
        while True:
            page = await q.get()
            try:
                if page not in vus:
                    vus.add(page)
                    for lien in await links_of(page):
                        q.put_nowait(lien)
            finally:
                q.task_done()
    q.put_nowait(first)
    ouvriers = [asyncio.create_task(ouvrier()) for _ in range(workers)]
    await q.join()
    q.shutdown()
    await asyncio.wait(ouvriers)
    for o in ouvriers:
        o.exception()
    return vus
