import asyncio


async def inner(event):
    await event.wait()


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(inner(event), name="inner")
    print(task)
    await asyncio.sleep(0)
    text = repr(task)
    print(text[: text.index(" wait_for")], "wait_for" in text)
    print(repr(asyncio.Lock())[:30].split(" at ")[0], str(asyncio.Queue(3)).split(" at ")[1][14:])
    event.set()
    await task
    print(task, task.get_stack(), task.get_coro().__name__)
    print(asyncio.current_task())
    failed = asyncio.ensure_future(asyncio.sleep(-1, "now"))
    await failed
    print(failed)
    future = asyncio.get_running_loop().create_future()
    print(future)
    future.set_exception(KeyError("x"))
    print(future, future.exception())


asyncio.run(main())
