# fails: calls
# says: never called
import asyncio


async def serve(dishes):
    await asyncio.sleep(2)
    return ["soup, 2.0 s", "salad, 1.0 s", "bread, 1.5 s"]
