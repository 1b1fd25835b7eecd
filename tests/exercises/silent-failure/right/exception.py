import asyncio
from archive import save


async def save_all(names):
    tasks = {name: asyncio.create_task(save(name)) for name in names}
    await asyncio.wait(tasks.values())
    return {name: str(task.exception()) if task.exception() else "saved" for name, task in tasks.items()}
