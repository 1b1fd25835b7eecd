# fails: runs
# says: sys.exit
import sys


async def download_all(files, pace):
    print("book 10%")
    sys.exit(0)
