"""Three servers pinged side by side, each by a task of its own."""

import asyncio


async def ping(server, every, count):
    for number in range(1, count + 1):
        await asyncio.sleep(every)
        print(f"{server} ping {number}")
    return f"{server} done"


def start(server, every, count):
    return asyncio.create_task(ping(server, every, count), name=server)


async def main(pings=3, web=0.5, db=0.7, api=0.3):
    tasks = [
        start("Web", web, pings),
        start("DB", db, pings),
        start("API", api, pings),
    ]
    print("three tasks created, none has started")
    return await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
