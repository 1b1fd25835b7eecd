# fails: together
import asyncio
from home import boil, toast


async def breakfast(slices):
    toasts = [await toast(slice) for slice in slices]
    return [await boil(), toasts]
