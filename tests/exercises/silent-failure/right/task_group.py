import asyncio
from archive import save


async def save_all(names):
    report = {}

    async def one(name):
        try:
            await save(name)
            report[name] = "saved"
        except OSError as error:
            report[name] = str(error)

    async with asyncio.TaskGroup() as group:
        for name in names:
            group.create_task(one(name))
    return report
