import asyncio
import functools
from kitchen import cook

def timed(f):
    @functools.wraps(f)
    async def wrapper(*args, **kwargs):
        began = asyncio.get_running_loop().time()
        try:
            return await f(*args, **kwargs)
        finally:
            print(f"{asyncio.get_running_loop().time() - began:.2f} s")
    return wrapper

@timed
async def serve(dishes):
    results = [None] * len(dishes)
    async def put(i, d):
        results[i] = await cook(d)
    await asyncio.gather(*(put(i, d) for i, d in enumerate(dishes)))
    return results
