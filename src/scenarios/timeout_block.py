"""One timeout inside another: each handles only its own cancellation."""

import asyncio


async def step(name, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"{name}: CancelledError")
        raise
    print(f"{name} done")


async def find(seconds, limit):
    try:
        async with asyncio.timeout(limit):
            await step("search", seconds)
    except TimeoutError:
        print("search: TimeoutError, the cache will do")


async def main(search=3.0, show=1.0, inner=2.0, outer=4.0):
    try:
        async with asyncio.timeout(outer):
            await find(search, inner)
            await step("show", show)
    except TimeoutError:
        print("page: TimeoutError")
        return "no page"
    return "page shown"


if __name__ == "__main__":
    asyncio.run(main())
