# fails: calls
# says: No site
import asyncio
from sites import check


async def check_all(sites):
    await asyncio.sleep(2)
    raise ExceptionGroup("down", [ConnectionError("blog: no route"), ConnectionError("mail: refused")])
