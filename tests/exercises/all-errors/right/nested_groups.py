import asyncio
from sites import check
async def check_all(sites):
    async def wrapped(site):
        return await check(site)
    results = await asyncio.gather(*map(wrapped, sites), return_exceptions=True)
    groups = [ExceptionGroup(s, [r]) for s, r in zip(sites, results) if isinstance(r, BaseException)]
    if groups:
        raise ExceptionGroup("all", groups)
    return results
