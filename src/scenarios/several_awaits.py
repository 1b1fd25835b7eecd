"""One coroutine that awaits three times: the waits add up."""

import asyncio


async def visit(first, second, third):
    await asyncio.sleep(first)
    print("connected")
    await asyncio.sleep(second)
    print("logged in")
    await asyncio.sleep(third)
    print("page received")
    return "three steps"


async def main(first=0.5, second=0.3, third=0.2):
    return await visit(first, second, third)


if __name__ == "__main__":
    asyncio.run(main())
