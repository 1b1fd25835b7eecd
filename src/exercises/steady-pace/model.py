import asyncio

from service import call


async def call_all(numbers, most, window):
    """Asks for all numbers, and begins at most `most` calls within `window` seconds; returns the answers in order."""
    tasks = []
    for place, number in enumerate(numbers):
        if place:
            await asyncio.sleep(window / most)
        tasks.append(asyncio.create_task(call(number)))
    return [await task for task in tasks]


if __name__ == "__main__":
    print(asyncio.run(call_all(range(10), 3, 1.0)))
