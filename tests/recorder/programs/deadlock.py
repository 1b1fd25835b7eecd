"""Two tasks that wait for each other: the run says who waits for whom, and nothing can catch it."""

import asyncio


async def eat(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            print("never")


async def main():
    fork, spoon = asyncio.Lock(), asyncio.Lock()
    left = asyncio.Lock()
    right = asyncio.Lock()
    await asyncio.gather(
        asyncio.create_task(eat(left, right), name="A"),
        asyncio.create_task(eat(right, left), name="B"),
    )


try:
    asyncio.run(main())
except BaseException:
    print("caught")
