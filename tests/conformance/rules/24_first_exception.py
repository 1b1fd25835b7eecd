"""FIRST_EXCEPTION returns early only for an exception, which a cancellation is not; otherwise
`wait` waits for all (rule 24)."""

import asyncio


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("broken")


async def show(*tasks):
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(task.get_name() for task in done), sorted(task.get_name() for task in pending))


async def main():
    quick = asyncio.create_task(asyncio.sleep(0.5), name="quick")
    slow = asyncio.create_task(asyncio.sleep(3.0), name="slow")
    bad = asyncio.create_task(fail(1.0), name="bad")
    await show(quick, slow, bad)
    print(bad.exception())
    victim = asyncio.create_task(asyncio.sleep(9.0), name="victim")
    asyncio.get_running_loop().call_later(0.5, victim.cancel)
    await show(slow, victim)
    print(victim.cancelled())
