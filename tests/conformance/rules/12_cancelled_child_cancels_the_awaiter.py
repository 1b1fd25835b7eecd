"""If one child of a `gather` is cancelled, the awaiter gets a CancelledError although it was not
cancelled; the siblings keep running (rule 12)."""

import asyncio


async def wait_for_both(victim, sibling):
    try:
        await asyncio.gather(victim, sibling)
    except asyncio.CancelledError:
        print("CancelledError, but cancelling() is", asyncio.current_task().cancelling())
        raise


async def main():
    victim = asyncio.create_task(asyncio.sleep(9.0), name="victim")
    sibling = asyncio.create_task(asyncio.sleep(2.0, "fine"), name="sibling")
    waiter = asyncio.create_task(wait_for_both(victim, sibling), name="waiter")
    await asyncio.sleep(1.0)
    victim.cancel()
    print(await sibling)
    print("waiter cancelled:", waiter.cancelled())
