# fails: reported
# says: disk full
import asyncio
from archive import save


async def save_all(names):
    tasks = [asyncio.create_task(save(name)) for name in names]
    await asyncio.wait(tasks)
    for task in tasks:
        task.exception()
    return {name: "saved" for name in names}
