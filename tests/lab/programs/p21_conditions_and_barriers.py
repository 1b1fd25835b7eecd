import asyncio


async def guest(n, barrier, condition, table):
    await asyncio.sleep(n / 10)
    place = await barrier.wait()
    async with condition:
        await condition.wait_for(lambda: len(table) >= n)
        table.append(n)
        print("guest", n, "place", place, table)
        condition.notify_all()


async def main():
    barrier, condition, table = asyncio.Barrier(3), asyncio.Condition(), []
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            group.create_task(guest(n, barrier, condition, table))
    semaphore = asyncio.BoundedSemaphore(2)
    await semaphore.acquire()
    print(semaphore.locked(), semaphore._value)
    semaphore.release()
    try:
        semaphore.release()
    except ValueError as error:
        print(error)
    lock = asyncio.Lock()
    async with lock:
        try:
            await asyncio.wait_for(lock.acquire(), 0.5)
        except TimeoutError as error:
            print("timeout", repr(error), asyncio.get_running_loop().time())


asyncio.run(main())
