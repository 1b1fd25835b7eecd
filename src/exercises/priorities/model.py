import asyncio

from jobs import run


async def run_all(jobs, most):
    slots = asyncio.Semaphore(most)

    async def in_slot(job):
        async with slots:
            return await run(job)

    # Tasks begin in the order in which they were made, and a semaphore lets them in as they came. The sort keeps equal ones in order.
    urgent_first = [job for job, _ in sorted(jobs, key=lambda pair: pair[1])]
    tasks = {job: asyncio.create_task(in_slot(job), name=job) for job in urgent_first}
    return {job: await task for job, task in tasks.items()}


if __name__ == "__main__":
    JOBS = [
        ("Analyse", 2), ("Backup", 1), ("Report", 1), ("Cleanup", 3),
        ("Stats", 2), ("OptimDB", 3), ("Alert", 1), ("Archive", 3),
    ]
    print(asyncio.run(run_all(JOBS, 2)))
