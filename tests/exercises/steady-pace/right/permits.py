import asyncio
from service import call


async def call_all(numbers, most, window):
    permits = asyncio.Semaphore(most)

    async def one(number):
        await permits.acquire()
        asyncio.get_running_loop().call_later(window, permits.release)
        return await call(number)

    tasks = []
    async with asyncio.TaskGroup() as group:
        for number in numbers:
            tasks.append(group.create_task(one(number)))
    return [task.result() for task in tasks]
