# fails: at_most
# says: The limit is 2
import asyncio
from jobs import run


async def run_all(jobs, most):
    ordered = [job for job, _ in sorted(jobs, key=lambda pair: pair[1])]
    return dict(zip(ordered, await asyncio.gather(*map(run, ordered))))
