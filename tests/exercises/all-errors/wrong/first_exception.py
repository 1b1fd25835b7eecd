# fails: calls
import asyncio
from sites import check


async def check_all(sites):
    tasks = [asyncio.create_task(check(site)) for site in sites]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    errors = [task.exception() for task in done if task.exception()]
    if errors:
        raise ExceptionGroup("down", errors)
    return [task.result() for task in tasks]
