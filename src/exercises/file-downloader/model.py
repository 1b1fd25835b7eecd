import asyncio


async def download(name, size, pace):
    loop = asyncio.get_running_loop()
    began = loop.time()
    for tenth in range(1, 11):
        await asyncio.sleep(size * pace / 10)
        print(f"{name} {10 * tenth}%")
    return loop.time() - began


async def download_all(files, pace):
    tasks = [asyncio.create_task(download(name, size, pace), name=name) for name, size in files]
    return {task.get_name(): await task for task in tasks}


if __name__ == "__main__":
    FILES = [("book", 12), ("film", 30), ("song", 8), ("game", 20), ("note", 5)]
    print(asyncio.run(download_all(FILES, 0.1)))
