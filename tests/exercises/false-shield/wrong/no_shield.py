# fails: ends
# says: half a file
import asyncio
from disk import write


async def save(names):
    for name in names:
        await write(name)
