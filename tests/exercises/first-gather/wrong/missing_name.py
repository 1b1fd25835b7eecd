# fails: form
# says: no function `serve`
import asyncio
from kitchen import cook


async def servir(plats):
    return await asyncio.gather(*(cook(plat) for plat in plats))
