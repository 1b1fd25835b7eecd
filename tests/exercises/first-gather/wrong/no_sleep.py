# fails: honest
# says: asyncio.sleep
import asyncio
from kitchen import cook


async def nothing(*_):
    pass


asyncio.sleep = nothing


async def serve(dishes):
    return [await cook(dish) for dish in dishes]
