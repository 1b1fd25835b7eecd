# fails: runs
# says: does not come to an end
import asyncio
from kitchen import cook


async def serve(dishes):
    results = await asyncio.gather(*(cook(dish) for dish in dishes))
    while results is not None:
        await asyncio.sleep(1)
