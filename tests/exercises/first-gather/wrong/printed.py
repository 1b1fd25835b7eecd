# fails: result
# says: Nothing is returned
import asyncio
from kitchen import cook


async def serve(dishes):
    print(await asyncio.gather(*(cook(dish) for dish in dishes)))
