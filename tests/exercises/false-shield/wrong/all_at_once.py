# fails: calls
# says: or not again
import asyncio
from disk import write


async def save(names):
    tasks = [asyncio.create_task(write(name)) for name in names]
    try:
        await asyncio.shield(asyncio.gather(*tasks))
    finally:
        await asyncio.wait(tasks)
