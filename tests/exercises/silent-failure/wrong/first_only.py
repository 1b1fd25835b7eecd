# fails: no_error_lost
import asyncio
from archive import save


async def save_all(names):
    tasks = {name: asyncio.create_task(save(name), name=name) for name in names}
    report = dict.fromkeys(names, "saved")
    await asyncio.wait(tasks.values())
    for name, task in tasks.items():
        try:
            await task
        except OSError as error:
            report[name] = str(error)
            break
    return report
