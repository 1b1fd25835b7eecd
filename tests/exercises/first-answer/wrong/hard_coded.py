# fails: calls
# says: never called
import asyncio
from mirrors import ask


async def fastest(mirrors):
    await asyncio.sleep(1.125)
    return "answer of Rome"
