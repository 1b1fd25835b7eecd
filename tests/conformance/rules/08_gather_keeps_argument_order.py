"""`gather` returns results in the order of its arguments, not in the order of completion (rule
8)."""

import asyncio


async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "is done")
    return name


async def main():
    results = await asyncio.gather(
        asyncio.create_task(work("a", 0.3), name="a"),
        asyncio.create_task(work("b", 0.1), name="b"),
        asyncio.create_task(work("c", 0.2), name="c"),
    )
    print(results)
