"""Deadlines are compared as floats: 0.1 + 0.2 is later than 0.3. Both are due in one iteration,
since the clock's resolution is 1e-9 (rule 6)."""

import asyncio


async def sleeper(*delays):
    for delay in delays:
        await asyncio.sleep(delay)
    print(asyncio.get_running_loop().time())


async def main():
    twice = asyncio.create_task(sleeper(0.1, 0.2), name="twice")
    once = asyncio.create_task(sleeper(0.3), name="once")
    await twice
    await once
    await asyncio.sleep(1e-10)
    print(asyncio.get_running_loop().time())
