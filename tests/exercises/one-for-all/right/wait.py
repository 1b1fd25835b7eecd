import asyncio
from forecast import ask


async def report(cities, limit):
    tasks = {city: asyncio.create_task(ask(city)) for city in cities}
    done, pending = await asyncio.wait(tasks.values(), timeout=limit)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return {city: task.result() if task in done else "no answer" for city, task in tasks.items()}
