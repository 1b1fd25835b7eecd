# fails: prints
# says: is printed, where
import asyncio
from bakery import bake


async def bake_all(orders):
    outcomes = await asyncio.gather(*(bake(order) for order in orders), return_exceptions=True)
    good, bad = [], {}
    for order, outcome in zip(orders, outcomes):
        if isinstance(outcome, Exception):
            bad[order] = str(outcome)
            print(f"{order} failed: {outcome}")
        else:
            good.append(outcome)
    return {"good": good, "bad": bad}
