# fails: runs
# says: nobody will ever do
import asyncio
from jobs import run


async def run_all(jobs, most):
    queue = asyncio.PriorityQueue()
    for place, (job, priority) in enumerate(jobs):
        queue.put_nowait((priority, place, job))
    results = {}

    async def work():
        while True:
            _, _, job = await queue.get()
            results[job] = await run(job)

    await asyncio.gather(*(work() for _ in range(most)))
    return results
