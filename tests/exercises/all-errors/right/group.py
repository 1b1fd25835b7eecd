import asyncio
from sites import check


async def check_all(sites):
    errors = []

    async def one(site):
        try:
            return await check(site)
        except ConnectionError as error:
            errors.append(error)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(site)) for site in sites]
    if errors:
        raise ExceptionGroup("down", errors)
    return [task.result() for task in tasks]
