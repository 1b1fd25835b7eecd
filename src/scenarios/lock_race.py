"""Several tasks add to one counter, with a lock around it or without."""

import asyncio


class Counter:
    value = 0


async def increment(counter, seconds):
    seen = counter.value
    await asyncio.sleep(seconds)
    counter.value = seen + 1
    print(f"read {seen}, wrote {seen + 1}")


async def visit(counter, lock, arrival, seconds):
    await asyncio.sleep(arrival)
    if lock:
        async with lock:
            await increment(counter, seconds)
    else:
        await increment(counter, seconds)


async def main(lock=False, tasks=4, apart=0.2, seconds=0.5):
    counter = Counter()
    lock = asyncio.Lock() if lock else None
    async with asyncio.TaskGroup() as group:
        for number in range(tasks):
            coroutine = visit(counter, lock, number * apart, seconds)
            group.create_task(coroutine, name=f"T{number + 1}")
    print(f"{tasks} tasks, counter {counter.value}")
    return counter.value


if __name__ == "__main__":
    asyncio.run(main())
