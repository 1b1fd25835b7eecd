# fails: together
# says: never heated
import asyncio
from home import boil, toast


async def breakfast(slices):
    kettle = asyncio.create_task(boil())
    water = await kettle
    return [water, [await toast(slice) for slice in slices]]
