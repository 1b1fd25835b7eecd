# fails: ends
# says: half a file
import asyncio
from disk import write


async def save(names):
    async def everything():
        for name in names:
            await write(name)

    await asyncio.shield(everything())
