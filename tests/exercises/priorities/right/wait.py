import asyncio
import heapq
from jobs import run


async def run_all(jobs, most):
    heap = [(priority, place, job) for place, (job, priority) in enumerate(jobs)]
    heapq.heapify(heap)
    running, results = {}, {}
    while heap or running:
        while heap and len(running) < most:
            job = heapq.heappop(heap)[2]
            running[asyncio.create_task(run(job))] = job
        done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            results[running.pop(task)] = task.result()
    return results
