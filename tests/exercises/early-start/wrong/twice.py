# fails: calls
# says: or not again
import asyncio
from home import boil, toast


async def breakfast(slices):
    kettle = asyncio.create_task(boil())
    toasts = [await toast(slice) for slice in slices]
    await kettle
    return [await boil(), toasts]
