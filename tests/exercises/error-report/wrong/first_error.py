# fails: calls
# says: never called
import asyncio
from bakery import bake


async def bake_all(orders):
    good, bad = [], {}
    try:
        async with asyncio.TaskGroup() as group:
            for order in orders:
                group.create_task(bake(order))
    except* ValueError as errors:
        bad = {order: str(errors.exceptions[0]) for order in orders}
    return {"good": good, "bad": bad}
