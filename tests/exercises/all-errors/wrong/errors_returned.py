# fails: result
import asyncio
from sites import check


async def check_all(sites):
    return list(await asyncio.gather(*(check(site) for site in sites), return_exceptions=True))
