"""With `return_exceptions=True` a cancelled child's result is a CancelledError, which is not an
`Exception` (rule 13)."""

import asyncio


async def fail():
    await asyncio.sleep(0.5)
    raise KeyError("lost")


async def main():
    victim = asyncio.create_task(asyncio.sleep(9.0), name="victim")
    bad = asyncio.create_task(fail(), name="bad")
    good = asyncio.create_task(asyncio.sleep(2.0, "fine"), name="good")
    both = asyncio.gather(victim, bad, good, return_exceptions=True)
    await asyncio.sleep(1.0)
    victim.cancel()
    results = await both
    for result in results:
        print(type(result).__name__, isinstance(result, Exception), isinstance(result, BaseException))
    return results
