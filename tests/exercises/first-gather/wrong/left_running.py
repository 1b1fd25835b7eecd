# fails: calls
import asyncio
from kitchen import cook


async def serve(dishes):
    tasks = [asyncio.create_task(cook(dish)) for dish in dishes]
    await asyncio.sleep(0.1)
    return [task for task in tasks]
