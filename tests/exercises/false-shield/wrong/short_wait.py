# fails: ends
import asyncio
from disk import write


async def save(names):
    for name in names:
        writing = asyncio.create_task(write(name))
        try:
            await asyncio.shield(writing)
        except asyncio.CancelledError:
            await asyncio.sleep(0.1)
            raise
