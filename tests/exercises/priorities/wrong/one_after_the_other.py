# fails: starts
from jobs import run


async def run_all(jobs, most):
    return {job: await run(job) for job, _ in sorted(jobs, key=lambda pair: pair[1])}
