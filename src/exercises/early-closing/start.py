import asyncio

from office import CLERKS, stamp


async def clerk(queue, done):
    """Stamps what comes from the queue."""
    while True:
        item = await queue.get()
        done.append(await stamp(item))
        queue.task_done()


async def process(items):
    """Has the clerks stamp all items; returns what is stamped, in any order."""
    queue, done = asyncio.Queue(), []
    clerks = [asyncio.create_task(clerk(queue, done), name=f"clerk {number}") for number in range(CLERKS)]
    for item in items:
        await queue.put(item)
    await asyncio.sleep(1)  # until the queue is empty
    for worker in clerks:
        worker.cancel()
    await asyncio.gather(*clerks, return_exceptions=True)
    return done


if __name__ == "__main__":
    print(asyncio.run(process(["card 1", "letter 1", "parcel 1", "letter 2", "card 2"])))
