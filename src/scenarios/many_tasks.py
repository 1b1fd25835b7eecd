"""Many tasks, all waiting at the same time."""

import asyncio


async def wait(seconds):
    await asyncio.sleep(seconds)


async def main(tasks=100, seconds=1.0):
    await asyncio.gather(*[wait(seconds) for _ in range(tasks)])
    print(f"{tasks} tasks, {tasks * seconds:.1f} s of waiting")


if __name__ == "__main__":
    asyncio.run(main())
