import asyncio


async def fail(n, kind):
    await asyncio.sleep(n / 10)
    raise kind(f"number {n}")


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise OSError("while being cancelled")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(1, ValueError))
            group.create_task(fail(1, KeyError))
            group.create_task(stubborn())
    except* ValueError as caught:
        print("values", caught.exceptions)
    except* (KeyError, OSError) as caught:
        print("others", [repr(error) for error in caught.exceptions])
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(1, ValueError))
        group.create_task(stubborn())


asyncio.run(main())
