import asyncio

from mail import deliver, next_letter


async def collect(seen):
    """Notes each letter, until None comes."""
    while (letter := await next_letter()) is not None:
        seen.append(letter)


async def sort_mail():
    """Collects what is delivered; returns the letters."""
    seen = []
    collector = asyncio.create_task(collect(seen), name="collector")
    await deliver()
    await collector
    return seen


if __name__ == "__main__":
    print(asyncio.run(sort_mail()))
