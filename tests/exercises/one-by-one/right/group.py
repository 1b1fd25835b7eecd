import asyncio
from sensors import read


async def warmest(sensors):
    async with asyncio.TaskGroup() as group:
        tasks = {sensor: group.create_task(read(sensor), name=sensor) for sensor in sensors}
    return max(tasks, key=lambda sensor: tasks[sensor].result())
