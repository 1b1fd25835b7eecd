# fails: calls
# says: never called
import asyncio
from bakery import bake


async def bake_all(orders):
    print("bread worked")
    print("cake failed: too hot")
    print("pie worked")
    return {"good": ["warm bread", "warm pie"], "bad": {"cake": "too hot"}}
