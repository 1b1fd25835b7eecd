import asyncio
from home import boil, toast
async def breakfast(slices):
    bouilloire = asyncio.ensure_future(boil())
    lock = asyncio.Lock()
    async def griller(s):
        async with lock:
            return await toast(s)
    tranches = await asyncio.gather(*[griller(s) for s in slices])
    return [await bouilloire, tranches]
