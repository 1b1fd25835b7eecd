# fails: one_mill
import asyncio
from mill import draw, grind


async def run_mill(buckets, room):
    async def one(number, before):
        bucket = await draw(number)
        if before:
            await before
        return await grind(bucket)

    ground = []
    queue = asyncio.Queue(room)

    async def spring():
        for number in range(buckets):
            await queue.put(await draw(number))

    async def wheel(out):
        while True:
            bucket = await queue.get()
            out.append((bucket, await grind(bucket)))
            queue.task_done()

    wheels = [asyncio.create_task(wheel(ground)) for _ in range(2)]
    await spring()
    await queue.join()
    for task in wheels:
        task.cancel()
    await asyncio.wait(wheels)
    return [text for _, text in sorted(ground, key=lambda one: int(one[0].split()[1]))]
