"""After its main task ends, the loop runs a few more iterations to close asyncio's own objects.
Callbacks that are due by then run, and a task created then starts, but nothing waits for it."""

import asyncio


async def late():
    print("a late task begins")
    await asyncio.sleep(0)
    print("and ends")


def make_a_task():
    print("called")
    asyncio.get_running_loop().create_task(late())


async def left_over():
    asyncio.get_running_loop().call_later(0, make_a_task)
    asyncio.get_running_loop().call_later(1.0, print, "never printed")


async def main():
    asyncio.create_task(left_over(), name="left over")
