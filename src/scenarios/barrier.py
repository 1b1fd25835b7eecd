"""Three hikers, two stages: none goes down before all have come up."""

import asyncio


async def hike(name, ascent, descent, summit):
    await asyncio.sleep(ascent)
    print(f"{name} at the summit")
    await summit.wait()
    await asyncio.sleep(descent)
    print(f"{name} back")


def start(name, ascent, descent, summit):
    coroutine = hike(name, ascent, descent, summit)
    return asyncio.create_task(coroutine, name=name)


async def main(h1=1.0, h2=2.5, h3=1.5, descent=0.5, parties=3):
    summit = asyncio.Barrier(parties)
    hikers = [
        start("H1", h1, descent, summit),
        start("H2", h2, descent, summit),
        start("H3", h3, descent, summit),
    ]
    await asyncio.gather(*hikers)


if __name__ == "__main__":
    asyncio.run(main())
