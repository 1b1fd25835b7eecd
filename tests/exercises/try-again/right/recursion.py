import asyncio
import random
from line import fetch


async def fetch_all(pages):
    async def one(page, pauses=(0.5, 1.0, 2.0)):
        try:
            return await fetch(page)
        except OSError:
            if not pauses:
                return "given up"
        await asyncio.sleep(random.uniform(pauses[0], 1.5 * pauses[0]))
        return await one(page, pauses[1:])

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(page)) for page in pages]
    return [task.result() for task in tasks]
