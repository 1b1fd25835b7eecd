import asyncio
import random

from line import fetch


async def fetch_all(pages):
    """Fetches all pages at once; a failed one is tried again up to 4 times in all."""
    async def one(page):
        for number in range(4):
            try:
                return await fetch(page)
            except ConnectionError:
                if number == 3:
                    return "given up"
                await asyncio.sleep(0.5 * 2**number * random.uniform(1.0, 1.5))

    return list(await asyncio.gather(*(one(page) for page in pages)))


if __name__ == "__main__":
    print(asyncio.run(fetch_all(["news", "mail", "map"])))
