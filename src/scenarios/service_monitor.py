"""Three services, so many checks at once, and one time limit for them all."""

import asyncio
from random import Random

SERVICES = ["API-Users", "API-Posts", "API-Albums"]


async def check(service, seconds, latency, slots):
    async with slots:
        await asyncio.sleep(seconds)
    if latency is None:
        print(f"{service} | down | - | {seconds:.3f} s")
        return "down"
    print(f"{service} | up | {latency:.0f} ms | {seconds:.3f} s")
    return "up"


async def main(limit=2, timeout=10.0, chance=0.8, seed=25):
    random = Random(seed)
    slots = asyncio.Semaphore(limit)
    tasks = []
    for service in SERVICES:
        seconds = random.uniform(0.5, 2.0)
        latency = random.uniform(50.0, 500.0)
        if random.random() >= chance:
            latency = None
        checking = check(service, seconds, latency, slots)
        tasks.append(asyncio.create_task(checking, name=service))

    await asyncio.wait(tasks, timeout=timeout)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    return report(tasks)


def report(tasks):
    up = checked = 0
    for task in tasks:
        if task.cancelled():
            print(f"{task.get_name()} | too late | - | -")
        else:
            checked += 1
            up += task.result() == "up"
    if checked == 0:
        return "nothing was checked in time"
    share = 100 * up / checked
    print(f"all | {up}/{checked} | - | - | {share:.0f}%")
    return f"availability {share:.0f}%"


if __name__ == "__main__":
    asyncio.run(main())
