"""Eight jobs of three priorities, two at a time: barriers, or a queue."""

import asyncio

JOBS = ["Analyse", "Backup", "Report", "Cleanup"]
JOBS += ["Stats", "OptimDB", "Alert", "Archive"]
PRIORITIES = [2, 1, 1, 3, 2, 3, 1, 3]
DURATIONS = (2.5, 2.0, 1.5, 1.0, 1.8, 3.0, 0.8, 2.2)


async def run(name, seconds):
    await asyncio.sleep(seconds)
    return f"{name} done"


async def run_in_slot(name, seconds, slots):
    async with slots:
        return await run(name, seconds)


async def with_barriers(durations, workers):
    slots = asyncio.Semaphore(workers)
    for wanted in [1, 2, 3]:
        began = asyncio.get_running_loop().time()
        group = []
        idle = 0.0
        for name, priority, seconds in zip(JOBS, PRIORITIES, durations):
            if priority == wanted:
                running = run_in_slot(name, seconds, slots)
                group.append(asyncio.create_task(running, name=name))
                idle -= seconds
        await asyncio.gather(*group)
        report(f"priority {wanted}", began, idle, workers)


async def work(queue, durations):
    while not queue.empty():
        priority, number = queue.get_nowait()
        running = run(JOBS[number], durations[number])
        await asyncio.create_task(running, name=JOBS[number])


async def with_queue(durations, workers):
    began = asyncio.get_running_loop().time()
    queue = asyncio.PriorityQueue()
    idle = 0.0
    for number, seconds in enumerate(durations):
        queue.put_nowait((PRIORITIES[number], number))
        idle -= seconds
    tasks = []
    for number in range(1, workers + 1):
        working = work(queue, durations)
        tasks.append(asyncio.create_task(working, name=f"W{number}"))
    await asyncio.gather(*tasks)
    report("all", began, idle, workers)


def report(jobs, began, idle, workers):
    now = asyncio.get_running_loop().time()
    idle = max(0.0, idle + workers * (now - began))
    print(f"{jobs} | {now:.3f} s | {idle:.3f} s")


async def main(method="queue", workers=2, durations=DURATIONS):
    if method == "barriers":
        await with_barriers(durations, workers)
    else:
        await with_queue(durations, workers)


if __name__ == "__main__":
    asyncio.run(main())
