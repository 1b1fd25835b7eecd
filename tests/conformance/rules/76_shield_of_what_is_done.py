"""`shield` of a done future returns that future, and `as_completed` sees one future, not two."""

import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(1.0, "slept"), name="task")
    before = asyncio.shield(task)
    await task
    after = asyncio.shield(task)
    for name, both in [("before", [task, before]), ("after", [task, after])]:
        results = [await result for result in asyncio.as_completed(both)]
        print(name, len(results))
