"""Sites that are checked; some are down, each for a reason of its own."""

import asyncio

SECONDS = {"shop": 0.5, "blog": 1.0, "wiki": 1.5, "mail": 2.0}
DOWN = {"blog": "no route", "mail": "refused"}


async def check(site):
    """Looks at a site; raises ConnectionError where it is down."""
    await asyncio.sleep(SECONDS[site])
    if site in DOWN:
        raise ConnectionError(f"{site}: {DOWN[site]}")
    return f"{site} is up"
