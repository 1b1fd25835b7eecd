import asyncio
from sites import check


async def check_all(sites):
    tasks = [asyncio.create_task(check(site)) for site in sites]
    await asyncio.wait(tasks)
    errors = [task.exception() for task in tasks if task.exception()]
    if errors:
        raise ExceptionGroup("down", errors)
    return [task.result() for task in tasks]
