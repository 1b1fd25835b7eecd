import asyncio
from disk import write


async def save(names):
    for name in names:
        writing = asyncio.create_task(write(name))
        try:
            await asyncio.wait([writing])
        except asyncio.CancelledError:
            await asyncio.wait([writing])
            raise
