# fails: order
import asyncio
from jobs import run


async def run_all(jobs, most):
    queue = asyncio.PriorityQueue()
    for job, priority in jobs:
        queue.put_nowait((str(priority), job))
    results = {}

    async def work():
        while not queue.empty():
            _, job = queue.get_nowait()
            results[job] = await run(job)

    await asyncio.gather(*(work() for _ in range(most)))
    return results
