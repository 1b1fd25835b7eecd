# fails: calls
# says: never called
import asyncio
from home import boil, toast


async def breakfast(slices):
    await asyncio.sleep(3)
    return ["hot water", [f"{slice} toast" for slice in slices]]
