"""Three operations gathered, some fail: their errors are raised or returned."""

import asyncio
from random import Random


async def operate(name, seconds, fails):
    await asyncio.sleep(seconds)
    if fails:
        raise RuntimeError(f"{name} failed")
    print(f"{name} done")
    return f"{name} done"


def start(name, seconds, fails):
    return asyncio.create_task(operate(name, seconds, fails), name=name)


async def main(
    return_exceptions=True, fastest=0.5, slowest=1.5, chance=0.3, seed=2
):
    random = Random(seed)
    tasks = []
    for name in ["A", "B", "C"]:
        seconds = random.uniform(fastest, slowest)
        tasks.append(start(name, seconds, random.random() < chance))

    if return_exceptions:
        return await asyncio.gather(*tasks, return_exceptions=True)
    try:
        return await asyncio.gather(*tasks)
    except RuntimeError as error:
        print(f"gather has raised: {error}")
    await asyncio.wait(tasks)
    print("now the others are done, too")
    return []


if __name__ == "__main__":
    asyncio.run(main())
