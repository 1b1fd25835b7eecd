"""A shielded task without other references may be destroyed once its waiter is gone (rule 30)."""

import asyncio

# collects


async def precious():
    await asyncio.get_running_loop().create_future()


async def waiter():
    await asyncio.shield(asyncio.create_task(precious(), name="inner"))


async def main():
    outer = asyncio.create_task(waiter(), name="outer")
    await asyncio.sleep(1.0)
    outer.cancel()
    await asyncio.sleep(1.0)
    print("the inner task is gone")
