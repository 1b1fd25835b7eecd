"""Accounts that refuse to be used by two transfers at once."""

import asyncio

SECONDS = 0.5  # for each of the two halves of a transfer
START = 100  # the balance of every account

balances = {}
in_use = set()


async def reserve(account):
    """Prepares an account for a transfer."""
    take(account)
    await asyncio.sleep(SECONDS)
    in_use.discard(account)


async def move(source, target, euros):
    """Moves the money."""
    take(source)
    take(target)
    before = [balances.get(account, START) for account in (source, target)]
    await asyncio.sleep(SECONDS)
    balances[source], balances[target] = before[0] - euros, before[1] + euros
    in_use.difference_update({source, target})


def take(account):
    if account in in_use:
        raise RuntimeError(f"the account of {account} is in use")
    in_use.add(account)
