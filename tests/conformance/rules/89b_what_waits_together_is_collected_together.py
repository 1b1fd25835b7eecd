"""Tasks that wait for a gather, for each other and for an Event, to which nothing else refers: all
are collected."""

import asyncio

# collects


async def forever():
    await asyncio.get_running_loop().create_future()


async def gathers():
    await asyncio.gather(
        asyncio.create_task(forever(), name="one"),
        asyncio.create_task(forever(), name="two"),
    )


async def shields():
    await asyncio.shield(asyncio.create_task(forever(), name="inner"))


async def waits_for(task):
    await task


async def for_an_event():
    await asyncio.Event().wait()


async def main():
    asyncio.create_task(gathers(), name="gathers")
    await asyncio.sleep(1.0)
    print("the gather and its children are gone", len(asyncio.all_tasks()))
    asyncio.create_task(shields(), name="shields")
    await asyncio.sleep(1.0)
    print("the shield and what is behind it are gone", len(asyncio.all_tasks()))
    asyncio.create_task(for_an_event(), name="for an event")
    await asyncio.sleep(1.0)
    print("who waits for a lost event is gone", len(asyncio.all_tasks()))
    held = asyncio.create_task(forever(), name="held")
    asyncio.create_task(waits_for(held), name="waits for held")
    await asyncio.sleep(1.0)
    print("who waits for a task that main holds stays", len(asyncio.all_tasks()))
    del held
    await asyncio.sleep(1.0)
    print("and goes with it", len(asyncio.all_tasks()))
