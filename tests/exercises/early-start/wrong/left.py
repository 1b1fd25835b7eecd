# fails: calls
# says: never called
import asyncio
from home import boil, toast


async def breakfast(slices):
    kettle = asyncio.create_task(boil())
    toasts = [await toast(slice) for slice in slices]
    return ["hot water", toasts]
