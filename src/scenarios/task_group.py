"""Three parts of a page in one group: the first error cancels the rest."""

import asyncio


async def load(part, seconds):
    await asyncio.sleep(seconds)
    return f"{part} loaded"


async def fail(part, seconds):
    await asyncio.sleep(seconds)
    raise ValueError(f"{part} missing")


async def load_all(photos, prices, stock):
    async with asyncio.TaskGroup() as group:
        group.create_task(load("photos", photos), name="photos")
        group.create_task(fail("prices", prices), name="prices")
        group.create_task(fail("stock", stock), name="stock")
        print("three tasks in the group")


async def main(photos=1.0, prices=2.0, stock=3.0):
    try:
        await load_all(photos, prices, stock)
    except* ValueError as group:
        for error in group.exceptions:
            print(f"caught: {error}")


if __name__ == "__main__":
    asyncio.run(main())
