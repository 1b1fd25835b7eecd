# fails: runs
# says: sys.exit
import sys
from press import print_page


async def publish(pages):
    raise SystemExit(0)
