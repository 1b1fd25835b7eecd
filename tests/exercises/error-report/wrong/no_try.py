# fails: runs
# says: ValueError: too hot
import asyncio
from bakery import bake


async def bake_all(orders):
    good = await asyncio.gather(*(bake(order) for order in orders))
    return {'good': good, 'bad': {}}
