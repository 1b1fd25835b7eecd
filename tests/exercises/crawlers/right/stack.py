import asyncio
from web import links_of
async def crawl(first, workers):
    todo, running, seen = [first], set(), {first}
    while todo or running:
        while todo and len(running) < workers:
            running.add(asyncio.create_task(links_of(todo.pop())))
        done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        for t in done:
            for l in t.result():
                if l not in seen:
                    seen.add(l)
                    todo.append(l)
    return sorted(seen)
