# fails: order
# says: has its turn before
import asyncio
from jobs import run


async def run_all(jobs, most):
    slots = asyncio.Semaphore(most)

    async def in_slot(job):
        async with slots:
            return job, await run(job)

    return dict(await asyncio.gather(*(in_slot(job) for job, _ in jobs)))
