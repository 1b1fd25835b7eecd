"""`Condition.wait_for` waits until its predicate is true, tests it at each notification, and
returns its value."""

import asyncio


async def consumer(condition, items):
    async with condition:
        print("got", await condition.wait_for(lambda: len(items) >= 2 and items[:2]))


async def main():
    condition, items = asyncio.Condition(), []
    task = asyncio.create_task(consumer(condition, items), name="consumer")
    for item in ("a", "b", "c"):
        await asyncio.sleep(1.0)
        async with condition:
            items.append(item)
            print("put", item)
            condition.notify_all()
    await task
