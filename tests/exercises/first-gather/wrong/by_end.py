# fails: result
import asyncio
from kitchen import cook


async def serve(dishes):
    return [await one for one in asyncio.as_completed([cook(dish) for dish in dishes])]
