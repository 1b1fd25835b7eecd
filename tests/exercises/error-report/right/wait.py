import asyncio
from bakery import bake


async def bake_all(orders):
    tasks = {order: asyncio.create_task(bake(order)) for order in orders}
    await asyncio.wait(tasks.values())
    report = {"good": [], "bad": {}}
    for order, task in tasks.items():
        if error := task.exception():
            report["bad"][order] = str(error)
            print(order, "failed:", error)
        else:
            report["good"].append(task.result())
            print(order, "worked")
    return report
