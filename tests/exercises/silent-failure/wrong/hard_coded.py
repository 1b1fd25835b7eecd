# fails: calls
# says: never called
import asyncio
from archive import save


async def save_all(names):
    await asyncio.sleep(3)
    return {"letter": "saved", "photo": "disk full", "film": "saved"}
