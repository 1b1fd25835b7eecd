"""One coroutine: called, awaited and finished, all within the main task."""

import asyncio


async def greet(name, seconds):
    await asyncio.sleep(seconds)
    return f"Hello {name}!"


async def main(name="Alice", seconds=1.0):
    greeting = await greet(name, seconds)
    print(greeting)
    return greeting


if __name__ == "__main__":
    asyncio.run(main())
