# fails: at_most
import asyncio
from jobs import run


async def in_slot(job, most):
    async with asyncio.Semaphore(most):
        return await run(job)


async def run_all(jobs, most):
    ordered = [job for job, _ in sorted(jobs, key=lambda pair: pair[1])]
    return dict(zip(ordered, await asyncio.gather(*(in_slot(job, most) for job in ordered))))
