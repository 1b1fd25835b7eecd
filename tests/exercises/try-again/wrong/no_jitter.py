# fails: varies
# says: jitter is missing
import asyncio
from line import fetch


async def fetch_all(pages):
    async def one(page):
        for number in range(4):
            try:
                return await fetch(page)
            except ConnectionError:
                if number == 3:
                    return "given up"
                await asyncio.sleep(0.5 * 2**number)

    return list(await asyncio.gather(*(one(page) for page in pages)))
