# fails: ends
# says: never called
import asyncio
import disk


async def save(names):
    disk.files.update({"a.txt": "whole", "b.txt": "whole"})
    await asyncio.sleep(5)
