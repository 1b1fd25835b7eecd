# fails: runs
# says: sys.exit
import sys
from trip import car, flight, hotel


async def plan(limits):
    print("flight found")
    sys.exit(0)
