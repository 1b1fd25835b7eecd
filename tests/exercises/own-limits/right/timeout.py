import asyncio
from trip import car, flight, hotel


async def plan(limits):
    async def one(office, limit):
        try:
            async with asyncio.timeout(limit):
                return await office()
        except TimeoutError:
            return "too late"

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(*pair)) for pair in zip((flight, hotel, car), limits)]
    return [task.result() for task in tasks]
