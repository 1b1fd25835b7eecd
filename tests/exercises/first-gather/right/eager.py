import asyncio
from kitchen import cook

async def serve(dishes):
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    tasks = [asyncio.create_task(cook(d)) for d in dishes]
    return [await t for t in tasks]
