# fails: reported
# says: nothing says so
import asyncio
from archive import save


async def save_all(names):
    async def one(name):
        try:
            await save(name)
        except OSError:
            pass

    await asyncio.gather(*(one(name) for name in names))
    return {name: "saved" for name in names}
