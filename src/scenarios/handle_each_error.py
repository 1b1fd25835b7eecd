"""Four operations that may fail, each with a handler of its own."""

import asyncio
from random import Random


async def operate(name, seconds, fails):
    await asyncio.sleep(seconds)
    if fails:
        raise RuntimeError(f"{name} failed")
    return f"{name} done"


async def handled(name, seconds, fails):
    try:
        answer = await operate(name, seconds, fails)
    except Exception as error:
        print(f"{name} | error | {type(error).__name__}: {error}")
        return f"{name} gave up"
    print(f"{name} | success | {answer}")
    return answer


def start(name, seconds, fails):
    return asyncio.create_task(handled(name, seconds, fails), name=name)


async def main(fastest=0.5, slowest=1.5, chance=0.3, seed=7):
    random = Random(seed)
    tasks = []
    for name in ["load", "parse", "check", "store"]:
        seconds = random.uniform(fastest, slowest)
        tasks.append(start(name, seconds, random.random() < chance))
    return await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
