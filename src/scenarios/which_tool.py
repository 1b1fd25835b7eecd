"""Jobs that wait and jobs that compute, in asyncio, threads or processes."""

import asyncio
import time

# Threads take turns at computing: a job takes this number of turns.
TURNS = 4


def hold(seconds):
    time.sleep(seconds)
    return seconds


async def in_loop(work, seconds):
    if work == "IO":
        await asyncio.sleep(seconds)
    else:
        hold(seconds)


async def in_thread(work, seconds, interpreter):
    if work == "IO":
        await asyncio.to_thread(hold, seconds)
    else:
        for _ in range(TURNS):
            async with interpreter:
                await asyncio.to_thread(hold, seconds / TURNS)


async def in_process(work, seconds, startup, cores):
    await asyncio.to_thread(hold, startup)
    if work == "IO":
        await asyncio.to_thread(hold, seconds)
    else:
        async with cores:
            await asyncio.to_thread(hold, seconds)


def starter(tool, seconds, startup, cores):
    if tool == "asyncio":
        return lambda work: in_loop(work, seconds)
    if tool == "threads":
        interpreter = asyncio.Lock()
        return lambda work: in_thread(work, seconds, interpreter)
    cores = asyncio.Semaphore(cores)
    return lambda work: in_process(work, seconds, startup, cores)


async def main(tool="asyncio", jobs=4, seconds=1.0, startup=0.1, cores=4):
    loop = asyncio.get_running_loop()
    start = starter(tool, seconds, startup, cores)
    for work in ["IO", "CPU"]:
        began = loop.time()
        tasks = []
        for number in range(1, jobs + 1):
            name = f"{work}{number}"
            tasks.append(asyncio.create_task(start(work), name=name))
        await asyncio.gather(*tasks)
        took = loop.time() - began
        print(f"{work} | {took:.3f} s | {jobs * seconds / took:.1f}")


if __name__ == "__main__":
    asyncio.run(main())
