import asyncio

from museum import AT_ONCE, fetch


async def download(pictures):
    """Downloads all pictures, at most AT_ONCE at a time; returns their files, in the order of the pictures."""
    semaphore = asyncio.Semaphore(AT_ONCE)

    async def one(picture):
        async with semaphore:
            return await fetch(picture)

    return list(await asyncio.gather(*(one(picture) for picture in pictures)))


if __name__ == "__main__":
    print(asyncio.run(download([f"picture {number}" for number in range(12)])))
