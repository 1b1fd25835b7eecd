# fails: calls
from jobs import run


async def run_all(jobs, most):
    print("Backup done")
