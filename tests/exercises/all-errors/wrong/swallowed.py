# fails: result
import asyncio
from sites import check


async def check_all(sites):
    outcomes = await asyncio.gather(*(check(site) for site in sites), return_exceptions=True)
    return [outcome for outcome in outcomes if not isinstance(outcome, Exception)]
