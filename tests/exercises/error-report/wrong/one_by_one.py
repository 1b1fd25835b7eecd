# fails: together
# says: At most 1
import asyncio
from bakery import bake


async def bake_all(orders):
    outcomes = []
    for order in orders:
        try:
            outcomes.append(await bake(order))
        except ValueError as error:
            outcomes.append(error)

    good, bad = [], {}
    for order, outcome in zip(orders, outcomes):
        if isinstance(outcome, Exception):
            bad[order] = str(outcome)
            print(f"{order} failed: {outcome}")
        else:
            good.append(outcome)
            print(f"{order} worked")
    return {"good": good, "bad": bad}
