import asyncio

from mill import draw, grind


async def run_mill(buckets, room):
    """Draws and grinds so many buckets at the same time, with room for `room` buckets in between; returns what was ground."""
    queue = asyncio.Queue(room)

    async def draw_all():
        for number in range(buckets):
            await queue.put(await draw(number))

    drawing = asyncio.create_task(draw_all(), name="spring")
    ground = [await grind(await queue.get()) for _ in range(buckets)]
    await drawing
    return ground


if __name__ == "__main__":
    print(asyncio.run(run_mill(6, 2)))
