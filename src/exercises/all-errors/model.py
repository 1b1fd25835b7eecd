import asyncio

from sites import check


async def check_all(sites):
    """Checks all sites at once, each to its end; returns what is said of them, or raises all errors as one group."""
    outcomes = await asyncio.gather(*(check(site) for site in sites), return_exceptions=True)
    errors = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    if errors:
        raise ExceptionGroup("sites are down", errors)
    return list(outcomes)


if __name__ == "__main__":
    print(asyncio.run(check_all(["shop", "blog", "wiki", "mail"])))
