# fails: order
import asyncio
from jobs import run


async def run_all(jobs, most):
    slots = asyncio.Semaphore(most)

    async def in_slot(job):
        async with slots:
            return await run(job)

    ordered = [job for job, _ in sorted(jobs, key=lambda pair: -pair[1])]
    return dict(zip(ordered, await asyncio.gather(*map(in_slot, ordered))))
