# fails: ends
import asyncio
from disk import write


async def save(names):
    for name in names:
        try:
            await write(name)
        except asyncio.CancelledError:
            await write(name)
            raise
