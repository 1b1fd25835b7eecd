"""Tasks that are awaited as soon as they are created run one after the other. Tasks that are all
created first run together (rule 4)."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    seconds = {"a": 0.05, "b": 0.04, "c": 0.02}

    begin = loop.time()
    for name in seconds:
        await asyncio.create_task(asyncio.sleep(seconds[name]), name=name)
    print(f"one by one {loop.time() - begin:.2f}")

    begin = loop.time()
    tasks = [asyncio.create_task(asyncio.sleep(seconds[name]), name=name) for name in seconds]
    for task in tasks:
        await task
    print(f"together {loop.time() - begin:.2f}")
