# fails: calls
# says: never called
import asyncio
from mirrors import ask


async def fastest(mirrors):
    for mirror in mirrors:
        try:
            return await ask(mirror)
        except ConnectionError:
            pass
