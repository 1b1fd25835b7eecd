# fails: lasts
# says: goes on for
import asyncio
from forecast import ask


async def report(cities, limit):
    tasks = {city: asyncio.create_task(ask(city)) for city in cities}
    done, _ = await asyncio.wait(tasks.values(), timeout=limit)
    await asyncio.sleep(max(0.25, limit))
    return {city: task.result() if task in done else "no answer" for city, task in tasks.items()}
