# fails: starts
# says: it could at 2
import asyncio
from jobs import run


async def run_all(jobs, most):
    slots = asyncio.Semaphore(most)
    results = {}

    async def in_slot(job):
        async with slots:
            results[job] = await run(job)

    for wanted in sorted({priority for _, priority in jobs}):
        await asyncio.gather(*(in_slot(job) for job, priority in jobs if priority == wanted))
    return results
