import asyncio

from bakery import bake


async def bake_all(orders):
    """Bakes all orders at once; prints a line for each, and returns what worked and what did not."""
    outcomes = await asyncio.gather(*(bake(order) for order in orders), return_exceptions=True)
    good, bad = [], {}
    for order, outcome in zip(orders, outcomes):
        if isinstance(outcome, Exception):
            bad[order] = str(outcome)
            print(f"{order} failed: {outcome}")
        else:
            good.append(outcome)
            print(f"{order} worked")
    return {"good": good, "bad": bad}


if __name__ == "__main__":
    print(asyncio.run(bake_all(["bread", "cake", "pie"])))
