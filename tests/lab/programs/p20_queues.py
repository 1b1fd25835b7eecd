import asyncio
import random


async def produce(queue, name):
    for n in range(3):
        await asyncio.sleep(random.uniform(0.1, 0.5))
        await queue.put((random.randint(1, 9), f"{name}{n}"))
        print(f"{name} put, size {queue.qsize()}")


async def consume(queue, name):
    while True:
        try:
            priority, item = await queue.get()
        except asyncio.QueueShutDown:
            print(name, "goes home")
            return
        await asyncio.sleep(0.3)
        print(name, priority, item)
        queue.task_done()


async def main():
    for kind in (asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue):
        queue = kind(maxsize=2)
        consumers = [asyncio.create_task(consume(queue, f"c{n}")) for n in range(2)]
        await asyncio.gather(produce(queue, "a"), produce(queue, "b"))
        await queue.join()
        queue.shutdown()
        await asyncio.gather(*consumers)
        print(kind.__name__, round(asyncio.get_running_loop().time(), 3))


asyncio.run(main())
