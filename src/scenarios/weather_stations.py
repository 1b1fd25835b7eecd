"""Five stations and one time limit: which of the results are kept?"""

import asyncio
from random import Random

STATIONS = ["Brest", "Lille", "Lyon", "Nice", "Paris"]


async def ask(seconds, temperature, down):
    await asyncio.sleep(seconds)
    return "- | down" if down else f"{temperature:.1f} °C | in time"


async def with_gather(tasks, timeout):
    try:
        return await asyncio.wait_for(asyncio.gather(*tasks), timeout)
    except TimeoutError:
        return ["- | lost"] * len(tasks)


async def with_wait(tasks, timeout):
    await asyncio.wait(tasks, timeout=timeout)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    answers = []
    for task in tasks:
        late = task.cancelled()
        answers.append("- | too late" if late else task.result())
    return answers


async def main(keep="wait", timeout=2.0, slowest=3.0, chance=0.2, seed=3):
    random = Random(seed)
    tasks = []
    for station in STATIONS:
        seconds = random.uniform(0.0, slowest)
        temperature = random.uniform(-5.0, 30.0)
        asking = ask(seconds, temperature, random.random() < chance)
        tasks.append(asyncio.create_task(asking, name=station))

    if keep == "gather":
        answers = await with_gather(tasks, timeout)
    else:
        answers = await with_wait(tasks, timeout)
    for station, answer in zip(STATIONS, answers):
        print(f"{station} | {answer}")
    return answers


if __name__ == "__main__":
    asyncio.run(main())
