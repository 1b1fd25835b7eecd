"""Two tasks tick, a third one blocks: the event loop or a worker."""

import asyncio
import time


def hold(how, seconds):
    if how == "cpu":
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            pass
        return "computed"
    time.sleep(seconds)
    return "slept"


async def tick(name, every, ticks):
    for number in range(1, ticks + 1):
        await asyncio.sleep(every)
        print(f"{name} ticks {number}")


async def work(where, how, start, seconds):
    await asyncio.sleep(start)
    if where == "loop":
        result = hold(how, seconds)
    else:
        result = await asyncio.to_thread(hold, how, seconds)
    print(result)


async def main(
    where="loop", how="cpu", start=0.7, block=1.5, fast=0.5, slow=0.8, ticks=4
):
    await asyncio.gather(
        asyncio.create_task(tick("fast", fast, ticks), name="fast"),
        asyncio.create_task(tick("slow", slow, ticks), name="slow"),
        asyncio.create_task(work(where, how, start, block), name="work"),
    )


if __name__ == "__main__":
    asyncio.run(main())
