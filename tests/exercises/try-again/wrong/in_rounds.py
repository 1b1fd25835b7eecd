# fails: varies
import asyncio, random
from line import fetch
async def fetch_all(pages):
    results = {}
    for n in range(4):
        left = [p for p in pages if p not in results]
        answers = await asyncio.gather(*map(fetch, left), return_exceptions=True)
        for p, a in zip(left, answers):
            if not isinstance(a, Exception):
                results[p] = a
        if n < 3 and len(results) < len(pages):
            await asyncio.sleep(0.5 * 2 ** n * random.uniform(1, 1.5))
    return [results.get(p, "given up") for p in pages]
