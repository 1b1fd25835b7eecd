"""`gather()` without arguments is a future that is done at once, with an empty list (rule 15)."""

import asyncio


async def other():
    print("nobody waited for me")


async def main():
    task = asyncio.create_task(other(), name="other")
    nothing = asyncio.gather()
    print(nothing.done(), nothing.result())
    print(await nothing)
    print(await asyncio.gather(return_exceptions=True))
    await task
