"""The same three downloads, gathered: while one waits, the others go on."""

import asyncio


async def download(name, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} done")
    return f"{name} done"


def start(name, seconds):
    return asyncio.create_task(download(name, seconds), name=name)


async def main(first=2.0, second=1.0, third=1.5):
    tasks = [start("D1", first), start("D2", second), start("D3", third)]
    return await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
