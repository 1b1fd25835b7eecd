"""Three services, a maximum of checks at a time, and one limit for all."""

import asyncio
from random import Random

LAB = "http://localhost:8080/api/"
SERVICES = {
    "API-Users": "users/1",
    "API-Posts": "posts/1",
    "API-Albums": "albums/1",
}


async def real(session, path, seconds, up):
    loop = asyncio.get_running_loop()
    began = loop.time()
    status = 200 if up else 503
    response = await session.get(f"{path}?delay={seconds:.3f}&status={status}")
    latency = 1000 * (loop.time() - began)
    await response.read()
    return latency if response.ok else None


async def ask(session, service, seconds, latency):
    if session:
        up = latency is not None
        return await real(session, SERVICES[service], seconds, up)
    await asyncio.sleep(seconds)
    return latency


async def check(session, service, seconds, latency, slots):
    loop = asyncio.get_running_loop()
    async with slots:
        began = loop.time()
        try:
            latency = await ask(session, service, seconds, latency)
        except Exception:
            latency = None
    took = loop.time() - began
    if latency is None:
        print(f"{service} | down | - | {took:.3f} s")
        return "down"
    print(f"{service} | up | {latency:.0f} ms | {took:.3f} s")
    return "up"


async def finish(tasks, timeout):
    await asyncio.wait(tasks, timeout=timeout)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


async def main(source="simulated", limit=2, timeout=10.0, chance=0.8, seed=25):
    session = None
    if source == "real":
        import aiohttp  # here, since a simulated monitor does without

        session = aiohttp.ClientSession(LAB)
    random = Random(seed)
    slots = asyncio.Semaphore(limit)
    tasks = []
    for service in SERVICES:
        seconds = random.uniform(0.5, 2.0)
        latency = random.uniform(50.0, 500.0)
        if random.random() >= chance:
            latency = None
        checking = check(session, service, seconds, latency, slots)
        tasks.append(asyncio.create_task(checking, name=service))
    try:
        await finish(tasks, timeout)
    finally:
        if session:
            await session.close()
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
