# fails: runs
# says: endless loop
from jobs import run


async def run_all(jobs, most):
    while True:
        pass
