"""Files of different sizes, downloaded together, each with its progress."""

import asyncio

FILES = ["book", "film", "song", "game", "note", "map", "font", "icon"]


async def download(file, size, pace):
    loop = asyncio.get_running_loop()
    began = loop.time()
    for tenth in range(1, 11):
        await asyncio.sleep(size * pace / 10)
        took = loop.time() - began
        speed = size * tenth / 10 / took
        so_far = f"{10 * tenth}% | {took:.3f} s | {speed:.1f} MB/s"
        print(f"{file} | {size:.1f} MB | {so_far}")
    return f"{size / took:.1f} MB/s"


async def main(sizes=(12.0, 30.0, 8.0, 20.0, 5.0), pace=0.1):
    tasks = []
    for file, size in zip(FILES, sizes):
        downloading = download(file, size, pace)
        tasks.append(asyncio.create_task(downloading, name=file))
    return await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
