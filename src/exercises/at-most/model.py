import asyncio

from scanner import scan


async def scan_all(rooms, most):
    """Scans all rooms, at most `most` at a time; returns the findings in the order of the rooms."""
    permits = asyncio.Semaphore(most)

    async def one(room):
        async with permits:
            return await scan(room)

    return list(await asyncio.gather(*(one(room) for room in rooms)))


if __name__ == "__main__":
    print(asyncio.run(scan_all(["hall", "attic", "cellar", "study", "kitchen"], 2)))
