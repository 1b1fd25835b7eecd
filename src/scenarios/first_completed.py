"""Three mirrors race; the losers run on until somebody stops them."""

import asyncio


async def fetch(mirror, seconds):
    await asyncio.sleep(seconds)
    print(f"{mirror} answered")
    return mirror


def start(mirror, seconds):
    return asyncio.create_task(fetch(mirror, seconds), name=mirror)


async def main(north=1.3, south=1.0, west=2.5, pause=0.5):
    mirrors = [start("north", north), start("south", south), start("west", west)]
    done, pending = await asyncio.wait(
        mirrors, return_when=asyncio.FIRST_COMPLETED
    )
    print(f"{len(done)} done, {len(pending)} still running")
    await asyncio.sleep(pause)
    for mirror in mirrors:
        mirror.cancel()  # no effect on those that are done
    return await asyncio.gather(*mirrors, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
