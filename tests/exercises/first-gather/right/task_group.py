import asyncio
import kitchen


async def serve(dishes):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(kitchen.cook(dish)) for dish in dishes]
    return [task.result() for task in tasks]


asyncio.run(serve(["soup"]))
