# fails: reported
# says: nothing says so
import asyncio
from bakery import bake


async def bake_all(orders):
    outcomes = await asyncio.gather(*(bake(order) for order in orders), return_exceptions=True)
    return {'good': [one for one in outcomes if isinstance(one, str)], 'bad': {}}
