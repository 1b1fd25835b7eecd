import asyncio
from bakery import bake


async def bake_all(orders):
    async def one(order):
        try:
            return await bake(order), None
        except ValueError as error:
            return None, str(error)

    async with asyncio.TaskGroup() as group:
        tasks = {order: group.create_task(one(order)) for order in orders}
    lines = [f"{order} failed: {task.result()[1]}" if task.result()[1] else f"{order} worked" for order, task in tasks.items()]
    print("\n".join(lines))
    good = [task.result()[0] for task in tasks.values() if task.result()[0]]
    return {"good": good, "bad": {order: task.result()[1] for order, task in tasks.items() if task.result()[1]}}
