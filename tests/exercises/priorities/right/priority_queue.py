import asyncio
from jobs import run


async def run_all(jobs, most):
    queue = asyncio.PriorityQueue()
    for place, (job, priority) in enumerate(jobs):
        queue.put_nowait((priority, place, job))
    results = {}

    async def work():
        while not queue.empty():
            _, _, job = queue.get_nowait()
            results[job] = await run(job)

    async with asyncio.TaskGroup() as group:
        for _ in range(most):
            group.create_task(work())
    return results
