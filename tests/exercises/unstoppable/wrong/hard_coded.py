# fails: calls
# says: never called
import asyncio


async def follow(items):
    items.extend(["item 1", "failed", "item 3", "item 4"])
    await asyncio.sleep(9)
