import asyncio

from home import boil, toast


async def breakfast(slices):
    """Boils water and toasts the slices meanwhile; returns the water and the list of toasts."""
    kettle = asyncio.create_task(boil(), name="kettle")
    toasts = [await toast(slice) for slice in slices]
    return [await kettle, toasts]


if __name__ == "__main__":
    print(asyncio.run(breakfast(["rye", "wheat"])))
