import asyncio

TEXT = "to be or not to be that is the question".split()
END = object()


async def read(target):
    for word in TEXT:
        await asyncio.sleep(0.1)
        await target.put(word)
    await target.put(END)


async def clean(source, target):
    while (word := await source.get()) is not END:
        await asyncio.sleep(0.15)
        await target.put(word.upper())
    await target.put(END)


async def count(source):
    total = {}
    while (word := await source.get()) is not END:
        total[word] = total.get(word, 0) + 1
        print(word, total[word])
    return total


async def main():
    raw, tidy = asyncio.Queue(maxsize=2), asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        group.create_task(read(raw), name="read")
        group.create_task(clean(raw, tidy), name="clean")
        total = group.create_task(count(tidy), name="count")
    print(max(total.result().values()), total.result())


asyncio.run(main())
