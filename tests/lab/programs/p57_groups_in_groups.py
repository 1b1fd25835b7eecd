import asyncio


async def job(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
        if error:
            raise error
        print(name, "done")
        return name
    except asyncio.CancelledError as cancelled:
        print(name, "cancelled", cancelled.args)
        raise


async def nested():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(job("outer", 5))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(job("a", 1, ValueError("a broke")))
            inner.create_task(job("b", 1, KeyError("b broke")))
            inner.create_task(job("c", 2))


async def split():
    try:
        await nested()
    except* ValueError as group:
        print("values:", group.exceptions, group.message)
    except* KeyError as group:
        print("keys:", group.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("x", 1))
            raise OSError("body broke")
    except BaseExceptionGroup as error:
        print(repr(error))
    try:
        async with asyncio.timeout(1.5) as limit:
            async with asyncio.TaskGroup() as group:
                group.create_task(job("slow", 3))
                group.create_task(job("quick", 1))
    except TimeoutError:
        print("timeout", limit.expired(), limit.when())
    group = asyncio.TaskGroup()
    try:
        group.create_task(job("never", 1))
    except RuntimeError as error:
        print(str(error).split(" ", 1)[1])


import warnings
warnings.simplefilter("ignore")
asyncio.run(split())
error = ExceptionGroup("top", [ValueError(1), ExceptionGroup("low", [TypeError("t"), ValueError(2)])])
match, rest = error.split(ValueError)
print(match, rest, error.subgroup(lambda e: isinstance(e, TypeError)))
error.add_note("a note")
asyncio.run(nested())
