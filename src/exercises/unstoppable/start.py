import asyncio

from news import STOP, is_open, read


async def follow(items):
    """Appends each item of the feed to `items`, and "failed" for a reading that fails."""
    while is_open():
        try:
            items.append(await read())
        except:  # a reading may fail: go on with the next one
            items.append("failed")


async def main():
    items = []
    task = asyncio.create_task(follow(items), name="follow")
    await asyncio.sleep(STOP)
    task.cancel()
    await asyncio.wait([task])
    print(items)


if __name__ == "__main__":
    asyncio.run(main())
