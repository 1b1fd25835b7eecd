import asyncio
from disk import write


async def save(names):
    for name in names:
        writing = asyncio.ensure_future(write(name))
        try:
            await asyncio.shield(writing)
        finally:
            await writing
