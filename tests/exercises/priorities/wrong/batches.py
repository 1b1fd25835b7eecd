# fails: starts
import asyncio
from jobs import run


async def run_all(jobs, most):
    ordered = [job for job, _ in sorted(jobs, key=lambda pair: pair[1])]
    results = {}
    for first in range(0, len(ordered), most):
        some = ordered[first : first + most]
        results.update(zip(some, await asyncio.gather(*map(run, some))))
    return results
