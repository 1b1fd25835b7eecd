# fails: together
# says: At most 1
import asyncio
import random
from line import fetch


async def fetch_all(pages):
    async def one(page):
        for number in range(4):
            try:
                return await fetch(page)
            except ConnectionError:
                if number == 3:
                    return "given up"
                await asyncio.sleep(0.5 * 2**number * random.uniform(1.0, 1.5))

    return [await one(page) for page in pages]
