import asyncio

from home import boil, toast


async def breakfast(slices):
    """Boils water and toasts the slices meanwhile; returns the water and the list of toasts."""
    water = await boil()
    toasts = [await toast(slice) for slice in slices]
    return [water, toasts]


if __name__ == "__main__":
    print(asyncio.run(breakfast(["rye", "wheat"])))
