import asyncio
from home import boil, toast


async def breakfast(slices):
    async def toasts():
        return [await toast(slice) for slice in slices]

    return list(await asyncio.gather(boil(), toasts()))
