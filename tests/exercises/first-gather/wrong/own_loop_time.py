# fails: honest
# says: loop.time
import asyncio
import kitchen

async def serve(dishes):
    loop = asyncio.get_running_loop()
    real = loop.time
    loop.time = lambda: real() * 1.0
    return await asyncio.gather(*map(kitchen.cook, dishes))
