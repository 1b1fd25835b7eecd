import asyncio
from web import links_of


async def crawl(first, workers):
    todo, seen, busy = [first], {first}, set()
    while todo or busy:
        while todo and len(busy) < workers:
            busy.add(asyncio.create_task(links_of(todo.pop(0))))
        done, busy = await asyncio.wait(busy, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            for link in task.result():
                if link not in seen:
                    seen.add(link)
                    todo.append(link)
    return sorted(seen)
