import asyncio
import time


async def brew(name, seconds):
    print(f"{name}...")
    await asyncio.sleep(seconds)
    print(f"{name} ok")
    return seconds


async def main():
    start = time.perf_counter()
    seconds = await asyncio.gather(
        brew("espresso", 0.8),
        brew("latte", 1.5),
        brew("mocha", 1.2),
    )
    took = time.perf_counter() - start
    print(seconds)
    print(f"{took:.1f} s < {sum(seconds):.1f} s")


asyncio.run(main())
