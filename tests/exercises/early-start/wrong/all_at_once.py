# fails: at_most
# says: room for one
import asyncio
from home import boil, toast


async def breakfast(slices):
    water, *toasts = await asyncio.gather(boil(), *(toast(slice) for slice in slices))
    return [water, toasts]
