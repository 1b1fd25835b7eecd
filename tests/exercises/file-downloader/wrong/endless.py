# fails: runs
# says: endless loop


async def download_all(files, pace):
    while True:
        pass
