# fails: calls
# says: never called
import asyncio
from sensors import read


async def warmest(sensors):
    tasks = {asyncio.create_task(read(sensor)): sensor for sensor in sensors}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.wait(tasks)
    return tasks[done.pop()]
