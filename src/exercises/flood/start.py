import asyncio

from museum import AT_ONCE, fetch


async def download(pictures):
    """Downloads all pictures, at most AT_ONCE at a time; returns their files, in the order of the pictures."""
    semaphore = asyncio.Semaphore(AT_ONCE)
    tasks = []
    for picture in pictures:
        async with semaphore:
            tasks.append(asyncio.create_task(fetch(picture)))
    return list(await asyncio.gather(*tasks))


if __name__ == "__main__":
    print(asyncio.run(download([f"picture {number}" for number in range(12)])))
