# fails: calls
# says: never called
import asyncio
from bank import load, store


async def deposit_all(amounts):
    await asyncio.sleep(2.5)
    return 160
