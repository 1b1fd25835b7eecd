"""Two tasks tick, a third one computes: in the event loop or in a worker."""

import asyncio
import time


def compute(seconds):
    time.sleep(seconds)
    return "computed"


async def tick(name, every, ticks):
    for number in range(1, ticks + 1):
        await asyncio.sleep(every)
        print(f"{name} ticks {number}")


async def work(where, start, seconds):
    await asyncio.sleep(start)
    if where == "loop":
        result = compute(seconds)
    else:
        result = await asyncio.to_thread(compute, seconds)
    print(result)


async def main(where="loop", start=0.7, block=1.5, fast=0.5, slow=0.8, ticks=4):
    await asyncio.gather(
        asyncio.create_task(tick("fast", fast, ticks), name="fast"),
        asyncio.create_task(tick("slow", slow, ticks), name="slow"),
        asyncio.create_task(work(where, start, block), name="work"),
    )


if __name__ == "__main__":
    asyncio.run(main())
