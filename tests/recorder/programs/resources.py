"""Every kind of thing that tasks share: made with a name, held, waited for."""

import asyncio


async def hold(thing, seconds):
    async with thing:
        await asyncio.sleep(seconds)


async def meet(barrier, seconds):
    await asyncio.sleep(seconds)
    return await barrier.wait()


async def notify(condition):
    async with condition:
        condition.notify()


async def wait_for(condition):
    async with condition:
        await condition.wait()


async def main():
    lock, door = asyncio.Lock(), asyncio.Semaphore(1)
    await asyncio.gather(hold(lock, 1), hold(lock, 1), hold(door, 1), hold(door, 1))
    bounded = asyncio.BoundedSemaphore(2)
    await hold(bounded, 0)
    event = asyncio.Event()
    asyncio.get_running_loop().call_later(1, event.set)
    await event.wait()
    event.clear()
    condition = asyncio.Condition()
    await asyncio.gather(wait_for(condition), notify(condition))
    barrier = asyncio.Barrier(2)
    print(await asyncio.gather(meet(barrier, 1), meet(barrier, 2)))
    for queue in asyncio.Queue(1), asyncio.LifoQueue(), asyncio.PriorityQueue():
        getter = asyncio.create_task(queue.get())
        await queue.put(1)
        print(await getter)
        queue.task_done()
        await queue.join()
        queue.shutdown()


asyncio.run(main())
