# fails: runs
# says: OSError
import asyncio
from archive import save


async def save_all(names):
    await asyncio.gather(*(save(name) for name in names))
    return {name: "saved" for name in names}
