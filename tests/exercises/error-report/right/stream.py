import asyncio, sys
from bakery import bake
async def bake_all(orders):
    rep = {"good": [], "bad": {}}
    ts = [asyncio.create_task(bake(o)) for o in orders]
    for o, t in zip(orders, ts):
        try:
            v = await t
        except ValueError as e:
            rep["bad"][o] = str(e)
            sys.stdout.write(f"{o} failed: {e}\n")
        else:
            rep["good"].append(v)
            sys.stdout.write(f"{o} worked\n")
    return rep
