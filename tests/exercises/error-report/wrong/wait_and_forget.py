# fails: no_error_lost
import asyncio
from bakery import bake


async def bake_all(orders):
    tasks = [asyncio.create_task(bake(order)) for order in orders]
    await asyncio.wait(tasks)
    from bakery import BURNT
    good, bad = [], {}
    for order, task in zip(orders, tasks):
        if order in BURNT:
            bad[order] = BURNT[order]
            print(f"{order} failed: {BURNT[order]}")
        else:
            good.append(task.result())
            print(f"{order} worked")
    return {"good": good, "bad": bad}
