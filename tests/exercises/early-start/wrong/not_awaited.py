# fails: result
import asyncio
from home import boil, toast


async def breakfast(slices):
    kettle = asyncio.create_task(boil())
    toasts = [await toast(slice) for slice in slices]
    await asyncio.sleep(9)
    return [kettle, toasts]
