# fails: runs
# says: sys.exit
import sys
from mirrors import ask


async def fastest(mirrors):
    print("answer of Rome")
    sys.exit()
