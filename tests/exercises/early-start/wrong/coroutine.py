# fails: together
import asyncio
from home import boil, toast


async def breakfast(slices):
    kettle = boil()
    toasts = [await toast(slice) for slice in slices]
    return [await kettle, toasts]
