import asyncio

from disk import STOP, on_disk, write


async def save(names):
    """Writes the files, one after the other; when it is cancelled, it ends the file that it is at, and stops."""
    for name in names:
        writing = asyncio.create_task(write(name))
        try:
            await asyncio.shield(writing)
        except asyncio.CancelledError:
            await writing
            raise


async def main():
    task = asyncio.create_task(save(["a.txt", "b.txt", "c.txt"]), name="save")
    await asyncio.sleep(STOP)
    task.cancel()
    await asyncio.wait([task])
    print(on_disk())


if __name__ == "__main__":
    asyncio.run(main())
