import asyncio
import jobs as work


async def run_all(jobs, most):
    queue = asyncio.Queue()
    results = {}

    async def worker():
        while True:
            job = await queue.get()
            try:
                results[job] = await work.run(job)
            finally:
                queue.task_done()

    workers = [asyncio.create_task(worker()) for _ in range(most)]
    for job, _ in sorted(jobs, key=lambda pair: pair[1]):
        await queue.put(job)
    await queue.join()
    for one in workers:
        one.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    return results
