import asyncio
from home import boil, toast


async def breakfast(slices):
    async with asyncio.TaskGroup() as group:
        kettle = group.create_task(boil())
        done = []
        for slice in slices:
            done.append(await toast(slice))
    return [kettle.result(), done]
