import asyncio
import contextvars
import threading
import time

user = contextvars.ContextVar("user")


def blocking(label):
    before = user.get("nobody")
    user.set(label)
    time.sleep(0.2)
    return f"{label}: {before} in {threading.current_thread().name}"


async def handle(name):
    token = user.set(name)
    result = await asyncio.to_thread(blocking, f"job of {name}")
    assert user.get() == name
    user.reset(token)
    return result, user.get("unset")


async def main():
    print(await asyncio.gather(handle("ann"), handle("bob")))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, "plain"))
    loop.call_soon(lambda: print("callback", user.get("none")), context=contextvars.copy_context())
    task = asyncio.create_task(handle("cat"), context=contextvars.copy_context())
    print(await task, task.get_context().get(user))
    print(sorted(thread.name for thread in threading.enumerate())[:1])


asyncio.run(main())
