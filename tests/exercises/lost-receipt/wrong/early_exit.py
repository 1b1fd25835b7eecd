# fails: runs
# says: sys.exit
import sys
from shop import charge


async def sell(customer, euros):
    print(await charge(customer, euros))
    sys.exit()
