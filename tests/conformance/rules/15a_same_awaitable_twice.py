"""The same coroutine or task given to `gather` twice runs once, and the result has its value twice
(rule 15)."""

import asyncio


async def work(name):
    print(name, "runs")
    await asyncio.sleep(1.0)
    return name


async def main():
    task = asyncio.create_task(work("task"), name="once")
    print(await asyncio.gather(task, asyncio.sleep(2.0), task))
    coroutine = work("coroutine")
    print(await asyncio.gather(coroutine, coroutine))
