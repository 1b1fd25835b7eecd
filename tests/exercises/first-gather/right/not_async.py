import asyncio
from kitchen import cook

def serve(dishes):
    async def all_of_them():
        return await asyncio.gather(*map(cook, dishes))
    return all_of_them()
