# fails: prints
# says: is printed, where
import asyncio
from bakery import bake


async def bake_all(orders):
    bad = {}
    async def one(order):
        try:
            result = await bake(order)
            print(f"{order} worked")
            return result
        except ValueError as error:
            bad[order] = str(error)
            print(f"{order} failed: {error}")

    good = await asyncio.gather(*(one(order) for order in orders))
    return {"good": [one for one in good if one], "bad": bad}
