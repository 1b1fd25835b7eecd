"""`sleep(0)`, like any smaller delay, yields exactly once: every ready callback runs once (rule
7)."""

import asyncio


async def counter(name):
    for turn in range(3):
        print(name, turn)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(counter(name), name=name) for name in ("a", "b")]
    loop.call_later(0, print, "a timer of zero seconds")
    await asyncio.sleep(-1)
    print("main is back after one turn of each")
    for task in tasks:
        await task
    print(await asyncio.sleep(0, "its result"), loop.time())
