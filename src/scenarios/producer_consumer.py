"""A producer and its consumers, with room for few items between them."""

import asyncio


async def produce(queue, items, seconds):
    for item in range(1, items + 1):
        await asyncio.sleep(seconds)
        await queue.put(item)
        print(f"put {item}, {queue.qsize()} in the queue")


async def consume(queue, seconds):
    while True:
        item = await queue.get()
        await asyncio.sleep(seconds)
        print(f"done with {item}")
        queue.task_done()


async def main(items=5, room=2, consumers=1, make=0.4, work=1.5):
    queue = asyncio.Queue(room)
    workers = [
        asyncio.create_task(consume(queue, work), name=f"C{number}")
        for number in range(1, consumers + 1)
    ]
    await asyncio.create_task(produce(queue, items, make), name="P")
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
