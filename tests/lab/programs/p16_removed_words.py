import asyncio


async def hello():
    await asyncio.sleep(0.1)
    print("hello")


async def main():
    try:
        await asyncio.wait([hello(), hello()])
    except TypeError as error:
        print(error)
    for attempt in (lambda: asyncio.sleep(1, loop=None), lambda: asyncio.Lock(loop=None), lambda: asyncio.Task.all_tasks()):
        try:
            attempt()
        except Exception as error:
            print(type(error).__name__, error)


asyncio.run(main())


@asyncio.coroutine
def old():
    yield from asyncio.sleep(1)
