# fails: result
import asyncio
from sites import check


async def check_all(sites):
    outcomes = await asyncio.gather(*(check(site) for site in sites), return_exceptions=True)
    errors = [RuntimeError("down") for outcome in outcomes if isinstance(outcome, Exception)]
    if errors:
        raise ExceptionGroup("down", errors)
    return list(outcomes)
