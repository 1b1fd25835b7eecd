# fails: prints


async def download_all(files, pace):
    print("book 10%")
