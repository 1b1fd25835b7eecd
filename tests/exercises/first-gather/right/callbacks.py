import asyncio
from kitchen import cook

async def serve(dishes):
    done = asyncio.Event()
    table = {}
    if not dishes:
        return []
    tasks = set()
    def ready(task):
        table[task.get_name()] = task.result()
        tasks.discard(task)
        if not tasks:
            done.set()
    for dish in dishes:
        t = asyncio.create_task(cook(dish), name=dish)
        tasks.add(t)
        t.add_done_callback(ready)
    await done.wait()
    return [table[d] for d in dishes]
