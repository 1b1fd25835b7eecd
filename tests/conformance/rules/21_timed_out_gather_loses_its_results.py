"""`wait_for(gather(...))` that times out cancels every child and loses the existing results; `wait`
keeps them (rule 21)."""

import asyncio


def three_tasks():
    delays = {"a": 0.5, "b": 1.2, "c": 6.0}
    return [asyncio.create_task(asyncio.sleep(delays[name], name), name=name) for name in delays]


async def main():
    try:
        print(await asyncio.wait_for(asyncio.gather(*three_tasks()), timeout=5.0))
    except TimeoutError:
        print("no result at all")
    done, pending = await asyncio.wait(three_tasks(), timeout=5.0)
    print(sorted(task.result() for task in done))
    for task in pending:
        print(task.get_name(), "is pending")
