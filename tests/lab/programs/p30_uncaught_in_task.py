import asyncio


async def background():
    await asyncio.sleep(0.1)
    raise RuntimeError("nobody listens")


def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")))


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(background())
    await asyncio.sleep(0.2)
    del task
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.1)
    task = asyncio.create_task(background())
    try:
        async with asyncio.timeout(0.5) as limit:
            await task
    except RuntimeError as error:
        print("caught", error, limit.expired())
    try:
        async with asyncio.timeout(0.5) as limit:
            await asyncio.sleep(1)
    except TimeoutError:
        print("expired", limit.expired(), limit)
    await background()


asyncio.run(main())
