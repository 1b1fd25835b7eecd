# fails: honest
# says: asyncio.sleep
import asyncio
from home import boil, toast

async def no_sleep(seconds, result=None):
    return result


asyncio.sleep = no_sleep


async def breakfast(slices):
    return [await boil(), [await toast(slice) for slice in slices]]
