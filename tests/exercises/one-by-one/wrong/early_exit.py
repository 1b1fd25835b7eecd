# fails: runs
# says: sys.exit
import sys
from sensors import read


async def warmest(sensors):
    print("roof")
    sys.exit()
