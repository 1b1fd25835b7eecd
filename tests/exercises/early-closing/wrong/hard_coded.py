# fails: calls
# says: Nothing is ever
import asyncio
from office import CLERKS, stamp


async def process(items):
    await asyncio.sleep(2)
    return ["card 1 stamped", "letter 1 stamped", "card 2 stamped", "letter 2 stamped", "parcel 1 stamped"]
