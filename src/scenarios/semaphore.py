"""Five tasks and two permits: a task without a permit waits for one."""

import asyncio
from random import Random


async def work(name, seconds, semaphore):
    async with semaphore:
        print(f"{name} is inside")
        await asyncio.sleep(seconds)
    return f"{name} done"


async def main(
    permits=2, durations=(1.2, 1.8, 1.0, 1.5, 1.1), drawn=False, seed=7
):
    random = Random(seed)
    semaphore = asyncio.Semaphore(permits)
    tasks = []
    for number, seconds in enumerate(durations, start=1):
        name = f"T{number}"
        if drawn:
            seconds = random.uniform(1.0, 2.0)
        working = work(name, seconds, semaphore)
        tasks.append(asyncio.create_task(working, name=name))
    return await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
