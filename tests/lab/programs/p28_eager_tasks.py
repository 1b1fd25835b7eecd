import asyncio


async def cached(n, store):
    if n not in store:
        await asyncio.sleep(0.1)
        store[n] = n * n
    return store[n]


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    store = {}
    first = asyncio.create_task(cached(2, store))
    print(first.done())
    await first
    second = asyncio.create_task(cached(2, store))
    print(second.done(), second.result())
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(cached(n, store)) for n in (2, 3)]
        print([task.done() for task in tasks])
    print(store, loop.time())


asyncio.run(main())
