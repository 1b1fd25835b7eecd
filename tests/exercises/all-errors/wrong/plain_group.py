# fails: calls
# says: it was cancelled
import asyncio
from sites import check


async def check_all(sites):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(check(site)) for site in sites]
    return [task.result() for task in tasks]
