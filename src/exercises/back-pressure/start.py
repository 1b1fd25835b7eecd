import asyncio

from mill import draw, grind


async def run_mill(buckets, room):
    """Draws and grinds so many buckets at the same time, with room for `room` buckets in between; returns what was ground."""
    queue = asyncio.Queue()
    for number in range(buckets):
        await queue.put(await draw(number))
    return [await grind(queue.get_nowait()) for _ in range(buckets)]


if __name__ == "__main__":
    print(asyncio.run(run_mill(6, 2)))
